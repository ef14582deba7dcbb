"""A network that breaks on purpose: a proxy on this computer, with the words of toxiproxy.

Ask for ``fault_proxy`` (the way to Graph), ``identity_proxy`` (the way to the identity provider)
and ``faulty_demo``, a demo organisation that programs reach through both. Where other fixtures
bring a ``demo`` of their own, say once in the module which one is meant::

    @pytest.fixture
    def demo(faulty_demo: DemoServer) -> DemoServer:
        return faulty_demo

    async def test_the_list_survives_it(signed_in: Sitting, fault_proxy: FaultProxy) -> None:
        toxic = fault_proxy.add(ResetPeer(after_bytes=40))
        ...
        assert toxic.struck
        fault_proxy.remove(toxic)

Toxics come and go while the proxy runs, for streams that are open as well. ``toxics.py`` breaks
bytes, ``http_toxics.py`` and ``page_toxics.py`` break answers; ``await proxy.down()`` and
``await proxy.up()`` are the cable. The proxy ends TLS with the demo's own certificate and opens a
new connection to the demo, so toxics see plain HTTP, whole answers at a time. All time of toxics is
the clock's: with a VirtualClock nothing waits longer than ``advance`` says. ``proxy.requests`` is
what has come from the program, before any toxic.

Source: https://github.com/Shopify/toxiproxy#toxics
"""
