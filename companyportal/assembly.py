"""Makes the models of the running program from the services; ``portal.py`` joins them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from companyportal.auth.session import Session
from companyportal.capabilities import Rules
from companyportal.clock import Clock
from companyportal.gate import Gate
from companyportal.graph.client import GraphClient
from companyportal.graph.compliance import ComplianceService
from companyportal.graph.devices import DeviceService
from companyportal.graph.entra_devices import EntraDeviceService
from companyportal.graph.organisation import OrganisationService
from companyportal.graph.person import PersonService
from companyportal.graph.recovery_keys import RecoveryKeyService
from companyportal.models.account import AccountModel
from companyportal.models.closed_steps import ClosedSteps
from companyportal.models.compliance_reasons import ComplianceReasons
from companyportal.models.device_details import DeviceDetailsModel
from companyportal.models.device_list import DeviceList
from companyportal.models.device_source import DeviceSource
from companyportal.models.direct_action import DirectAction
from companyportal.models.dispatch import Dispatch
from companyportal.models.eligibility import Eligibility
from companyportal.models.follow_up import FollowUp
from companyportal.models.organisation import OrganisationModel
from companyportal.models.person import PersonModel
from companyportal.models.preferences import Preferences
from companyportal.models.protected_action import ProtectedAction
from companyportal.models.requests import Requests
from companyportal.rename_way import RenameWay
from companyportal.settings import Loaded
from companyportal.store import Store
from companyportal.tasks import Tasks

OpenUrl = Callable[[str], bool]


class Assembly:
    """Makes each model once, all from the same few services."""

    def __init__(
        self,
        loaded: Loaded,
        session: Session,
        client: GraphClient,
        store: Store,
        tasks: Tasks,
        clock: Clock,
        open_url: OpenUrl,
    ) -> None:
        self._loaded = loaded
        self._session = session
        self._store = store
        self._tasks = tasks
        self._clock = clock
        self._open_url = open_url
        self._reasons = ComplianceService(client, uses_beta=loaded.settings.use_beta)
        self._service = DeviceService(client, RenameWay(loaded.settings.rename))
        self._source = DeviceSource(
            managed=self._service,
            directory=EntraDeviceService(client),
            store=store,
            clock=clock,
        )
        self._client = client
        self._requests = Requests(service=self._service, keys=RecoveryKeyService(client))
        self._dispatch = Dispatch(session=session, service=self._service, store=store, clock=clock)

    def account(self) -> AccountModel:
        """Who is signed in."""
        return AccountModel(
            session=self._session, store=self._store, tasks=self._tasks, open_url=self._open_url
        )

    @cached_property
    def devices(self) -> DeviceList:
        """The list."""
        return DeviceList(
            service=self._source, store=self._store, tasks=self._tasks, clock=self._clock
        )

    def details(self) -> DeviceDetailsModel:
        """The device whose page is open."""
        return DeviceDetailsModel(
            service=self._service,
            tasks=self._tasks,
            clock=self._clock,
            rules=self.rules,
        )

    def compliance(self) -> ComplianceReasons:
        """Why that device does not meet the organisation's rules."""
        return ComplianceReasons(service=self._reasons, tasks=self._tasks)

    def rules(self) -> Rules:
        """What the organisation allows, as far as it is known now."""
        settings = self._loaded.settings
        return Rules(
            is_locked_down=self._loaded.policy_is_broken,
            is_read_only=self.devices.is_read_only,
            blocked=self.organisation.organisation.blocked,
            rename=RenameWay(settings.rename),
            reads_keys=settings.recovery_keys,
            uses_beta=settings.use_beta,
            wipes_macs=settings.mac_factory_reset,
        )

    @cached_property
    def _eligibility(self) -> Eligibility:
        return Eligibility(self.devices, self.rules)

    def protected(self) -> ProtectedAction:
        """Actions behind the gate."""
        return ProtectedAction(
            eligibility=self._eligibility,
            gate=Gate(self._clock),
            session=self._session,
            requests=self._requests,
            dispatch=self._dispatch,
            store=self._store,
            tasks=self._tasks,
            clock=self._clock,
            open_url=self._open_url,
        )

    def direct(self) -> DirectAction:
        """Actions without it."""
        return DirectAction(
            eligibility=self._eligibility,
            session=self._session,
            requests=self._requests,
            dispatch=self._dispatch,
            tasks=self._tasks,
        )

    def follow_up(self) -> FollowUp:
        """What becomes of them."""
        return FollowUp(
            service=self._service, store=self._store, tasks=self._tasks, clock=self._clock
        )

    @cached_property
    def organisation(self) -> OrganisationModel:
        """Name, colour, IT support."""
        settings = self._loaded.settings
        service = OrganisationService(self._client, uses_beta=settings.use_beta)
        return OrganisationModel(
            service=service,
            tasks=self._tasks,
            settings=settings,
            closed=ClosedSteps(store=self._store, clock=self._clock),
            logo=self._loaded.logo,
        )

    def person(self) -> PersonModel:
        """Name, language and photo of whoever is signed in."""
        return PersonModel(service=PersonService(self._client), tasks=self._tasks)

    def preferences(self, user_file: Path) -> Preferences:
        """The person's choices."""
        return Preferences(
            settings=self._loaded.settings,
            locked=self._loaded.locked,
            tasks=self._tasks,
            user_file=user_file,
            chosen=self._loaded.chosen,
        )
