<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AccountMenu</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Déconnexion</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Privacy: {host}</source>
        <translation>Confidentialité&#xa0;: {host}</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
</context>
<context>
    <name>ActionDone</name>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
</context>
<context>
    <name>ActionNames</name>
    <message>
        <source>Reset passcode</source>
        <comment>noun</comment>
        <translation>Réinitialisation du code d’accès</translation>
    </message>
    <message>
        <source>Remote lock</source>
        <comment>noun</comment>
        <translation>Verrouillage à distance</translation>
    </message>
    <message>
        <source>Check status</source>
        <comment>noun</comment>
        <translation>Vérification de l’état</translation>
    </message>
    <message>
        <source>Rename</source>
        <comment>noun</comment>
        <translation>Renommage</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>noun</comment>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>Factory reset</source>
        <comment>noun</comment>
        <translation>Rétablissement des paramètres d’usine</translation>
    </message>
    <message>
        <source>Restart</source>
        <comment>noun</comment>
        <translation>Redémarrage</translation>
    </message>
    <message>
        <source>Locate</source>
        <comment>noun</comment>
        <translation>Localisation</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <comment>noun</comment>
        <translation>Clé de récupération</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Plus d’actions</translation>
    </message>
</context>
<context>
    <name>ActionWords</name>
    <message>
        <source>Before you start</source>
        <translation>Avant de commencer</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Reset passcode</source>
        <translation>Réinitialiser le code d’accès</translation>
    </message>
    <message>
        <source>Remote lock</source>
        <translation>Verrouillage à distance</translation>
    </message>
    <message>
        <source>Check status</source>
        <translation>Vérifier l’état</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Factory reset</source>
        <translation>Rétablir les paramètres d’usine</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>Localiser</translation>
    </message>
    <message>
        <source>Show recovery key</source>
        <translation>Afficher la clé de récupération</translation>
    </message>
    <message>
        <source>{action}…</source>
        <translation>{action}…</translation>
    </message>
    <message>
        <source>The removal was cancelled</source>
        <translation>La suppression a été annulée</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>Rien n’a été supprimé.</translation>
    </message>
    <message>
        <source>The factory reset was cancelled</source>
        <translation>Le retour aux paramètres d’usine a été annulé</translation>
    </message>
    <message>
        <source>Nothing was erased.</source>
        <translation>Rien n’a été effacé.</translation>
    </message>
    <message>
        <source>Locating was cancelled</source>
        <translation>La localisation a été annulée</translation>
    </message>
    <message>
        <source>The device was not located.</source>
        <translation>L’appareil n’a pas été localisé.</translation>
    </message>
    <message>
        <source>The key was not asked for</source>
        <translation>La clé n’a pas été demandée</translation>
    </message>
    <message>
        <source>No key was shown.</source>
        <translation>Aucune clé n’a été affichée.</translation>
    </message>
    <message>
        <source>The reset was cancelled</source>
        <translation>La réinitialisation a été annulée</translation>
    </message>
    <message>
        <source>Nothing was reset.</source>
        <translation>Rien n’a été réinitialisé.</translation>
    </message>
    <message>
        <source>It was cancelled</source>
        <translation>La demande a été annulée</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>To confirm, type</source>
        <translation>Pour confirmer, saisissez</translation>
    </message>
    <message>
        <source>Reset the passcode of {device}?</source>
        <translation>Réinitialiser le code d’accès de «&#xa0;{device}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Lock {device}?</source>
        <translation>Verrouiller «&#xa0;{device}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Check the status of {device}?</source>
        <translation>Vérifier l’état de «&#xa0;{device}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Rename {device}?</source>
        <translation>Renommer «&#xa0;{device}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Restart {device}?</source>
        <translation>Redémarrer «&#xa0;{device}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Locate {device}?</source>
        <translation>Localiser «&#xa0;{device}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Show the recovery key of {device}?</source>
        <translation>Afficher la clé de récupération de «&#xa0;{device}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Remove this phone?</source>
        <translation>Supprimer ce téléphone&#x202f;?</translation>
    </message>
    <message>
        <source>Remove this iPhone?</source>
        <translation>Supprimer cet iPhone&#x202f;?</translation>
    </message>
    <message>
        <source>Remove this iPad?</source>
        <translation>Supprimer cet iPad&#x202f;?</translation>
    </message>
    <message>
        <source>Remove this computer?</source>
        <translation>Supprimer cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>Remove this device?</source>
        <translation>Supprimer cet appareil&#x202f;?</translation>
    </message>
    <message>
        <source>Factory reset this phone?</source>
        <translation>Rétablir les paramètres d’usine de ce téléphone&#x202f;?</translation>
    </message>
    <message>
        <source>Factory reset this iPhone?</source>
        <translation>Rétablir les paramètres d’usine de cet iPhone&#x202f;?</translation>
    </message>
    <message>
        <source>Factory reset this iPad?</source>
        <translation>Rétablir les paramètres d’usine de cet iPad&#x202f;?</translation>
    </message>
    <message>
        <source>Factory reset this computer?</source>
        <translation>Rétablir les paramètres d’usine de cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>Factory reset this device?</source>
        <translation>Rétablir les paramètres d’usine de cet appareil&#x202f;?</translation>
    </message>
    <message>
        <source>Remove this phone</source>
        <translation>Supprimer ce téléphone</translation>
    </message>
    <message>
        <source>Remove this iPhone</source>
        <translation>Supprimer cet iPhone</translation>
    </message>
    <message>
        <source>Remove this iPad</source>
        <translation>Supprimer cet iPad</translation>
    </message>
    <message>
        <source>Remove this computer</source>
        <translation>Supprimer cet ordinateur</translation>
    </message>
    <message>
        <source>Remove this device</source>
        <translation>Supprimer cet appareil</translation>
    </message>
    <message>
        <source>Factory reset this phone</source>
        <translation>Effacer ce téléphone</translation>
    </message>
    <message>
        <source>Factory reset this iPhone</source>
        <translation>Effacer cet iPhone</translation>
    </message>
    <message>
        <source>Factory reset this iPad</source>
        <translation>Effacer cet iPad</translation>
    </message>
    <message>
        <source>Factory reset this computer</source>
        <translation>Effacer cet ordinateur</translation>
    </message>
    <message>
        <source>Factory reset this device</source>
        <translation>Effacer cet appareil</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Restart the computer I am using</source>
        <translation>Redémarrer l’ordinateur que j’utilise</translation>
    </message>
    <message>
        <source>Remove the computer I am using</source>
        <translation>Supprimer l’ordinateur que j’utilise</translation>
    </message>
    <message>
        <source>Factory reset the computer I am using</source>
        <translation>Effacer l’ordinateur que j’utilise</translation>
    </message>
    <message>
        <source>This is the computer you are using now. Save your work first.</source>
        <translation>C’est l’ordinateur que vous utilisez en ce moment. Enregistrez d’abord votre travail.</translation>
    </message>
    <message>
        <source>This is the computer you are using now. This program may stop working on it.</source>
        <translation>C’est l’ordinateur que vous utilisez en ce moment. Ce programme risque de ne plus y fonctionner.</translation>
    </message>
    <message>
        <source>This is the computer you are using now. Everything that is open on it will be gone.</source>
        <translation>C’est l’ordinateur que vous utilisez en ce moment. Tout ce qui y est ouvert disparaîtra.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de récupération</translation>
    </message>
    <message>
        <source>You confirm the removal</source>
        <translation>Vous confirmez la suppression</translation>
    </message>
    <message>
        <source>You confirm the factory reset</source>
        <translation>Vous confirmez le retour aux paramètres d’usine</translation>
    </message>
    <message>
        <source>You confirm that it is located</source>
        <translation>Vous confirmez la localisation</translation>
    </message>
    <message>
        <source>You ask for the key</source>
        <translation>Vous demandez la clé</translation>
    </message>
    <message>
        <source>Only then is the key read.</source>
        <translation>La clé n’est lue qu’à ce moment-là.</translation>
    </message>
</context>
<context>
    <name>ActivityCard</name>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Nothing was asked of this device so far.</source>
        <translation>Rien n’a encore été demandé à cet appareil.</translation>
    </message>
    <message>
        <source>The activity has not been read yet.</source>
        <translation>L’activité n’a pas encore été lue.</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Afficher moins</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
</context>
<context>
    <name>ActivityNames</name>
    <message>
        <source>Another action</source>
        <translation>Une autre action</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Arrêt</translation>
    </message>
    <message>
        <source>Delete from management</source>
        <translation>Suppression de la gestion</translation>
    </message>
    <message>
        <source>Help from IT support</source>
        <translation>Aide du support informatique</translation>
    </message>
    <message>
        <source>Repair by IT support</source>
        <translation>Réparation par le support informatique</translation>
    </message>
    <message>
        <source>Collect logs</source>
        <translation>Collecte des journaux</translation>
    </message>
    <message>
        <source>Message to the device</source>
        <translation>Message à l’appareil</translation>
    </message>
    <message>
        <source>Activate eSIM</source>
        <translation>Activation de l’eSIM</translation>
    </message>
    <message>
        <source>Remove eSIM</source>
        <translation>Suppression de l’eSIM</translation>
    </message>
    <message>
        <source>Check of device health</source>
        <translation>Contrôle de l’intégrité</translation>
    </message>
    <message>
        <source>Renew management key</source>
        <translation>Renouvellement de la clé de gestion</translation>
    </message>
    <message>
        <source>Pause of settings refresh</source>
        <translation>Pause de l’actualisation des réglages</translation>
    </message>
    <message>
        <source>Change of assigned apps</source>
        <translation>Changement des applications attribuées</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspension</translation>
    </message>
    <message>
        <source>End of suspension</source>
        <translation>Fin de la suspension</translation>
    </message>
    <message>
        <source>Removed from management</source>
        <translation>Retrait de la gestion</translation>
    </message>
    <message>
        <source>Lost mode</source>
        <translation>Mode perdu</translation>
    </message>
    <message>
        <source>Virus scan</source>
        <translation>Analyse antivirus</translation>
    </message>
    <message>
        <source>Recover passcode</source>
        <translation>Récupération du code d’accès</translation>
    </message>
    <message>
        <source>End of lost mode</source>
        <translation>Fin du mode perdu</translation>
    </message>
    <message>
        <source>Sound of lost mode</source>
        <translation>Son du mode perdu</translation>
    </message>
    <message>
        <source>Activation Lock lifted</source>
        <translation>Levée du verrouillage d’activation</translation>
    </message>
    <message>
        <source>User removed</source>
        <translation>Suppression de l’utilisateur</translation>
    </message>
    <message>
        <source>User signed out</source>
        <translation>Fermeture de la session</translation>
    </message>
    <message>
        <source>App licences withdrawn</source>
        <translation>Retrait des licences d’applications</translation>
    </message>
    <message>
        <source>New FileVault key</source>
        <translation>Nouvelle clé FileVault</translation>
    </message>
    <message>
        <source>New recovery lock passcode</source>
        <translation>Nouveau code de verrouillage de récupération</translation>
    </message>
    <message>
        <source>New BitLocker key</source>
        <translation>Nouvelle clé BitLocker</translation>
    </message>
    <message>
        <source>New administrator password</source>
        <translation>Nouveau mot de passe administrateur</translation>
    </message>
    <message>
        <source>Update of virus protection</source>
        <translation>Mise à jour de l’antivirus</translation>
    </message>
    <message>
        <source>Fresh start of Windows</source>
        <translation>Nouveau départ de Windows</translation>
    </message>
    <message>
        <source>Update of the device account</source>
        <translation>Mise à jour du compte de l’appareil</translation>
    </message>
    <message>
        <source>Configuration Manager</source>
        <translation>Configuration Manager</translation>
    </message>
</context>
<context>
    <name>ActivityWords</name>
    <message>
        <source>Requested</source>
        <translation>Demande envoyée</translation>
    </message>
    <message>
        <source>Requested, waiting for the device</source>
        <translation>Demande envoyée, en attente de l’appareil</translation>
    </message>
    <message>
        <source>The device is at work</source>
        <translation>En cours sur l’appareil</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Demande annulée</translation>
    </message>
    <message>
        <source>Not possible on this device</source>
        <translation>Impossible sur cet appareil</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Résultat inconnu</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Done after {span}</source>
        <translation>Terminé en {span}</translation>
    </message>
</context>
<context>
    <name>AttractPage</name>
    <message>
        <source>Phone locked?</source>
        <translation>Téléphone verrouillé&#x202f;?</translation>
    </message>
    <message>
        <source>Reset its passcode here in a few minutes. Have your phone and your work password at hand.</source>
        <translation>Réinitialisez ici son code d’accès en quelques minutes. Gardez à portée de main votre téléphone et votre mot de passe professionnel.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Touchez pour commencer</translation>
    </message>
</context>
<context>
    <name>Brand</name>
    <message>
        <source>Company Portal</source>
        <translation>Portail d’entreprise</translation>
    </message>
</context>
<context>
    <name>BrowserBar</name>
    <message>
        <source>Sign in in the window below</source>
        <translation>Connectez-vous dans la fenêtre ci‑dessous</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Terminer la session</translation>
    </message>
    <message>
        <source>Company Portal</source>
        <translation>Portail d’entreprise</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Keep an icon when the window closes?</source>
        <translation>Garder une icône quand la fenêtre se ferme&#x202f;?</translation>
    </message>
    <message>
        <source>It tells you when a request has ended. The settings can change this.</source>
        <translation>Elle vous prévient quand une demande est terminée. Les paramètres permettent de changer d’avis.</translation>
    </message>
    <message>
        <source>Keep the icon</source>
        <translation>Garder l’icône</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>CloseTabPage</name>
    <message>
        <source>Signed in</source>
        <translation>Connexion réussie</translation>
    </message>
    <message>
        <source>Go on in Company Portal. Nothing has been reset yet.</source>
        <translation>La suite se passe dans le Portail d’entreprise. Rien n’est encore réinitialisé.</translation>
    </message>
    <message>
        <source>Sign-in was not completed</source>
        <translation>La connexion n’a pas abouti</translation>
    </message>
    <message>
        <source>Company Portal tells you how to go on. Nothing changed.</source>
        <translation>Le Portail d’entreprise vous indique la suite. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This page closes by itself.</source>
        <translation>Cette page se ferme d’elle-même.</translation>
    </message>
    <message>
        <source>You can close this tab.</source>
        <translation>Vous pouvez fermer cet onglet.</translation>
    </message>
</context>
<context>
    <name>CompliancePaths</name>
    <message>
        <source>Company Portal › Devices › Check status</source>
        <translation>Portail d’entreprise › Appareils › Vérifier l’état</translation>
    </message>
    <message>
        <source>Settings › Mail › Accounts</source>
        <translation>Réglages › Mail › Comptes</translation>
    </message>
    <message>
        <source>Settings › Touch ID &amp; Passcode</source>
        <translation>Réglages › Touch ID et code</translation>
    </message>
    <message>
        <source>Settings › Face ID &amp; Passcode</source>
        <translation>Réglages › Face ID et code</translation>
    </message>
    <message>
        <source>Settings › Display &amp; Brightness › Auto-Lock</source>
        <translation>Réglages › Luminosité et affichage › Verrouillage automatique</translation>
    </message>
    <message>
        <source>Settings › General › Software Update</source>
        <translation>Réglages › Général › Mise à jour logicielle</translation>
    </message>
    <message>
        <source>Settings › General › iPhone or iPad Storage</source>
        <translation>Réglages › Général › Stockage de l’iPhone ou de l’iPad</translation>
    </message>
    <message>
        <source>System Settings › Touch ID &amp; Password</source>
        <translation>Réglages Système › Touch ID et mot de passe</translation>
    </message>
    <message>
        <source>System Settings › Lock Screen</source>
        <translation>Réglages Système › Écran verrouillé</translation>
    </message>
    <message>
        <source>System Settings › Privacy &amp; Security › FileVault</source>
        <translation>Réglages Système › Confidentialité et sécurité › FileVault</translation>
    </message>
    <message>
        <source>System Settings › General › Software Update</source>
        <translation>Réglages Système › Général › Mise à jour de logiciels</translation>
    </message>
    <message>
        <source>System Settings › Network › Firewall</source>
        <translation>Réglages Système › Réseau › Coupe-feu</translation>
    </message>
    <message>
        <source>System Settings › Privacy &amp; Security › Security</source>
        <translation>Réglages Système › Confidentialité et sécurité › Sécurité</translation>
    </message>
    <message>
        <source>Settings › Accounts › Sign-in options</source>
        <translation>Paramètres › Comptes › Options de connexion</translation>
    </message>
    <message>
        <source>Windows Security › Virus &amp; threat protection</source>
        <translation>Sécurité Windows › Protection contre les virus et menaces</translation>
    </message>
    <message>
        <source>Settings › Privacy &amp; security › Device encryption</source>
        <translation>Paramètres › Confidentialité et sécurité › Chiffrement de l’appareil</translation>
    </message>
    <message>
        <source>Settings › Windows Update</source>
        <translation>Paramètres › Windows Update</translation>
    </message>
    <message>
        <source>Windows Security › Firewall &amp; network protection</source>
        <translation>Sécurité Windows › Pare-feu et protection du réseau</translation>
    </message>
    <message>
        <source>Windows Security › Device security</source>
        <translation>Sécurité Windows › Sécurité des appareils</translation>
    </message>
    <message>
        <source>Control Panel › User Accounts</source>
        <translation>Panneau de configuration › Comptes d’utilisateurs</translation>
    </message>
    <message>
        <source>Settings › Security › Screen lock</source>
        <translation>Paramètres › Sécurité › Verrouillage de l’écran</translation>
    </message>
    <message>
        <source>Settings › Display › Screen timeout</source>
        <translation>Paramètres › Affichage › Mise en veille de l’écran</translation>
    </message>
    <message>
        <source>Settings › Security › Encryption</source>
        <translation>Paramètres › Sécurité › Chiffrement</translation>
    </message>
    <message>
        <source>Settings › System › Software update</source>
        <translation>Paramètres › Système › Mise à jour du système</translation>
    </message>
    <message>
        <source>Settings › Apps › Install unknown apps</source>
        <translation>Paramètres › Applications › Installer des applications inconnues</translation>
    </message>
    <message>
        <source>Settings › System › Developer options</source>
        <translation>Paramètres › Système › Options pour les développeurs</translation>
    </message>
    <message>
        <source>Play Store › Play Protect</source>
        <translation>Play Store › Play Protect</translation>
    </message>
    <message>
        <source>Settings › Apps</source>
        <translation>Paramètres › Applications</translation>
    </message>
</context>
<context>
    <name>ComplianceSettingWords</name>
    <message>
        <source>This could not be checked.</source>
        <translation>La vérification n’a pas abouti.</translation>
    </message>
    <message>
        <source>Let the screen lock sooner</source>
        <translation>Verrouillez l’écran plus tôt</translation>
    </message>
    <message>
        <source>Update {system}</source>
        <translation>Mettez {system} à jour</translation>
    </message>
    <message>
        <source>This version is not accepted</source>
        <translation>Cette version n’est pas acceptée</translation>
    </message>
    <message>
        <source>Install the security update</source>
        <translation>Installez la mise à jour de sécurité</translation>
    </message>
    <message>
        <source>The system was tampered with</source>
        <translation>Le système a été altéré</translation>
    </message>
    <message>
        <source>Turn on the firewall</source>
        <translation>Activez le pare-feu</translation>
    </message>
    <message>
        <source>Turn on virus protection</source>
        <translation>Activez la protection antivirus</translation>
    </message>
    <message>
        <source>Turn on and update Microsoft Defender</source>
        <translation>Activez et mettez à jour Microsoft Defender</translation>
    </message>
    <message>
        <source>Turn on Secure Boot</source>
        <translation>Activez le démarrage sécurisé</translation>
    </message>
    <message>
        <source>The security chip is missing or off</source>
        <translation>La puce de sécurité manque ou est désactivée</translation>
    </message>
    <message>
        <source>Turn on the protection of the system</source>
        <translation>Activez la protection du système</translation>
    </message>
    <message>
        <source>Turn on User Account Control</source>
        <translation>Activez le contrôle de compte d’utilisateur</translation>
    </message>
    <message>
        <source>Remove the threats that were found</source>
        <translation>Éliminez les menaces trouvées</translation>
    </message>
    <message>
        <source>Google does not recognise this system</source>
        <translation>Google ne reconnaît pas ce système</translation>
    </message>
    <message>
        <source>Let Google check apps</source>
        <translation>Laissez Google vérifier les applications</translation>
    </message>
    <message>
        <source>Allow apps from the store only</source>
        <translation>N’autorisez que les applications du magasin</translation>
    </message>
    <message>
        <source>Turn off USB debugging</source>
        <translation>Désactivez le débogage USB</translation>
    </message>
    <message>
        <source>Remove an app that is not allowed</source>
        <translation>Supprimez une application interdite</translation>
    </message>
    <message>
        <source>Set up work e-mail again</source>
        <translation>Configurez de nouveau la messagerie professionnelle</translation>
    </message>
    <message>
        <source>The device was not in contact for too long</source>
        <translation>L’appareil est sans contact depuis trop longtemps</translation>
    </message>
    <message>
        <source>Your organisation has set no rules for it</source>
        <translation>Votre organisation ne lui a fixé aucune règle</translation>
    </message>
    <message>
        <source>The enrolled account no longer exists</source>
        <translation>Le compte d’inscription n’existe plus</translation>
    </message>
    <message>
        <source>Set a password</source>
        <translation>Définissez un mot de passe</translation>
    </message>
    <message>
        <source>Choose a longer password</source>
        <translation>Choisissez un mot de passe plus long</translation>
    </message>
    <message>
        <source>Choose a stronger password</source>
        <translation>Choisissez un mot de passe plus sûr</translation>
    </message>
    <message>
        <source>Choose a new password</source>
        <translation>Choisissez un nouveau mot de passe</translation>
    </message>
    <message>
        <source>Set a passcode</source>
        <translation>Définissez un code d’accès</translation>
    </message>
    <message>
        <source>Choose a longer passcode</source>
        <translation>Choisissez un code d’accès plus long</translation>
    </message>
    <message>
        <source>Choose a stronger passcode</source>
        <translation>Choisissez un code d’accès plus sûr</translation>
    </message>
    <message>
        <source>Choose a new passcode</source>
        <translation>Choisissez un nouveau code d’accès</translation>
    </message>
    <message>
        <source>Turn on BitLocker</source>
        <translation>Activez BitLocker</translation>
    </message>
    <message>
        <source>Turn on FileVault</source>
        <translation>Activez FileVault</translation>
    </message>
    <message>
        <source>Turn on encryption</source>
        <translation>Activez le chiffrement</translation>
    </message>
    <message>
        <source>Whoever finds it can read what is stored.</source>
        <translation>Toute personne qui le trouve peut lire son contenu.</translation>
    </message>
    <message>
        <source>IT support can help.</source>
        <translation>Le support informatique peut aider.</translation>
    </message>
    <message>
        <source>Anyone who holds it can open it now.</source>
        <translation>Toute personne qui le tient en main peut l’ouvrir.</translation>
    </message>
    <message>
        <source>More characters are needed. Set it on the device.</source>
        <translation>Il faut plus de caractères. Changez-le sur l’appareil.</translation>
    </message>
    <message>
        <source>It is too easy to guess. Mix letters and digits, and avoid simple rows.</source>
        <translation>Il est trop facile à deviner. Mêlez lettres et chiffres, évitez les suites simples.</translation>
    </message>
    <message>
        <source>It is too old, or was used before.</source>
        <translation>Il est trop ancien, ou a déjà servi.</translation>
    </message>
    <message>
        <source>The screen stays open too long when nobody uses it.</source>
        <translation>L’écran reste ouvert trop longtemps sans être utilisé.</translation>
    </message>
    <message>
        <source>Your organisation asks for a newer version.</source>
        <translation>Votre organisation demande une version plus récente.</translation>
    </message>
    <message>
        <source>The newest security update is missing.</source>
        <translation>La dernière mise à jour de sécurité manque.</translation>
    </message>
    <message>
        <source>It is jailbroken or rooted. Restore the maker’s system, then enrol again.</source>
        <translation>Il est débridé ou rooté. Restaurez le système du fabricant, puis inscrivez-le de nouveau.</translation>
    </message>
    <message>
        <source>It keeps others in the network out.</source>
        <translation>Il tient à distance les autres appareils du réseau.</translation>
    </message>
    <message>
        <source>No virus protection is at work.</source>
        <translation>Aucune protection antivirus n’est active.</translation>
    </message>
    <message>
        <source>It is off, too old, or lacks its newest updates.</source>
        <translation>Il est désactivé, trop ancien ou pas à jour.</translation>
    </message>
    <message>
        <source>It is set in the firmware, before Windows starts.</source>
        <translation>Le réglage se fait dans le microprogramme, avant le démarrage de Windows.</translation>
    </message>
    <message>
        <source>A part of it is off. Restart once it is on.</source>
        <translation>Une partie est désactivée. Redémarrez après l’avoir activée.</translation>
    </message>
    <message>
        <source>Windows must ask before anything changes it.</source>
        <translation>Windows doit demander avant toute modification.</translation>
    </message>
    <message>
        <source>The protection app tells what was found.</source>
        <translation>L’application de protection indique ce qui a été trouvé.</translation>
    </message>
    <message>
        <source>Update it and Google Play services.</source>
        <translation>Mettez à jour le système et les services Google Play.</translation>
    </message>
    <message>
        <source>Play Protect is off.</source>
        <translation>Play Protect est désactivé.</translation>
    </message>
    <message>
        <source>Apps from other places are allowed now.</source>
        <translation>Les applications d’autres sources sont autorisées.</translation>
    </message>
    <message>
        <source>Whoever connects a cable can read the device.</source>
        <translation>Un simple câble suffit pour lire l’appareil.</translation>
    </message>
    <message>
        <source>Your organisation does not allow one of its apps.</source>
        <translation>Votre organisation interdit l’une de ses applications.</translation>
    </message>
    <message>
        <source>Delete the work account that you added yourself. It comes back by itself.</source>
        <translation>Supprimez le compte professionnel ajouté à la main. Il revient tout seul.</translation>
    </message>
    <message>
        <source>Switch it on, connect it, and open Company Portal on it.</source>
        <translation>Allumez-le, connectez-le et ouvrez-y le Portail d’entreprise.</translation>
    </message>
    <message>
        <source>You cannot change this.</source>
        <translation>Vous ne pouvez pas changer cela.</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s) at the most.</source>
        <translation>
            <numerusform>Au bout de %n minute au plus.</numerusform>
            <numerusform>Au bout de %n minutes au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Version {installed} is installed. Your organisation asks for {wanted} or later.</source>
        <translation>La version {installed} est installée. Votre organisation demande la version {wanted} ou une plus récente.</translation>
    </message>
    <message>
        <source>Version {installed} is installed. IT support can help.</source>
        <translation>La version {installed} est installée. Le support informatique peut aider.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) or more. Set it on the computer.</source>
        <translation>
            <numerusform>%n caractère ou plus. Changez-le sur l’ordinateur.</numerusform>
            <numerusform>%n caractères ou plus. Changez-le sur l’ordinateur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) or more. A reset does not change this: set it on the device.</source>
        <translation>
            <numerusform>%n caractère ou plus. Une réinitialisation n’y change rien&#xa0;: changez-le sur l’appareil.</numerusform>
            <numerusform>%n caractères ou plus. Une réinitialisation n’y change rien&#xa0;: changez-le sur l’appareil.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your organisation asks for this. IT support can help.</source>
        <translation>Votre organisation le demande. Le support informatique peut aider.</translation>
    </message>
    <message>
        <source>The device tells: {value}. IT support can help.</source>
        <translation>L’appareil indique&#xa0;: {value}. Le support informatique peut aider.</translation>
    </message>
</context>
<context>
    <name>ComplianceWords</name>
    <message>
        <source>Your organisation knows it and does not manage it.</source>
        <translation>Votre organisation le connaît mais ne le gère pas.</translation>
    </message>
    <message>
        <source>Work apps stay open until {date}. IT support can help.</source>
        <translation>Les applications professionnelles restent accessibles jusqu’au {date}. Le support informatique peut vous aider.</translation>
    </message>
    <message numerus="yes">
        <source>Work apps stay open until {date}. Fix %n thing(s) by then.</source>
        <translation>
            <numerusform>Les applications professionnelles restent ouvertes jusqu’au {date}. Corrigez %n point d’ici là.</numerusform>
            <numerusform>Les applications professionnelles restent ouvertes jusqu’au {date}. Corrigez %n points d’ici là.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another system of your organisation decides about this.</source>
        <translation>Un autre système de votre organisation en décide.</translation>
    </message>
    <message>
        <source>The last check did not end well. IT support can help.</source>
        <translation>La dernière vérification n’a pas abouti. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>Your organisation has not checked it so far.</source>
        <translation>Votre organisation ne l’a pas encore vérifié.</translation>
    </message>
    <message>
        <source>This phone may open work apps and files.</source>
        <translation>Ce téléphone peut ouvrir les applications et fichiers professionnels.</translation>
    </message>
    <message>
        <source>This iPhone may open work apps and files.</source>
        <translation>Cet iPhone peut ouvrir les applications et fichiers professionnels.</translation>
    </message>
    <message>
        <source>This iPad may open work apps and files.</source>
        <translation>Cet iPad peut ouvrir les applications et fichiers professionnels.</translation>
    </message>
    <message>
        <source>This computer may open work apps and files.</source>
        <translation>Cet ordinateur peut ouvrir les applications et fichiers professionnels.</translation>
    </message>
    <message>
        <source>This device may open work apps and files.</source>
        <translation>Cet appareil peut ouvrir les applications et fichiers professionnels.</translation>
    </message>
    <message>
        <source>This phone may lose its work apps. IT support can help.</source>
        <translation>Ce téléphone peut perdre ses applications professionnelles. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>This iPhone may lose its work apps. IT support can help.</source>
        <translation>Cet iPhone peut perdre ses applications professionnelles. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>This iPad may lose its work apps. IT support can help.</source>
        <translation>Cet iPad peut perdre ses applications professionnelles. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>This computer may lose its work apps. IT support can help.</source>
        <translation>Cet ordinateur peut perdre ses applications professionnelles. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>This device may lose its work apps. IT support can help.</source>
        <translation>Cet appareil peut perdre ses applications professionnelles. Le support informatique peut vous aider.</translation>
    </message>
    <message numerus="yes">
        <source>Fix %n thing(s) to open work apps on this phone.</source>
        <translation>
            <numerusform>Corrigez %n point pour ouvrir les applications professionnelles sur ce téléphone.</numerusform>
            <numerusform>Corrigez %n points pour ouvrir les applications professionnelles sur ce téléphone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix %n thing(s) to open work apps on this iPhone.</source>
        <translation>
            <numerusform>Corrigez %n point pour ouvrir les applications professionnelles sur cet iPhone.</numerusform>
            <numerusform>Corrigez %n points pour ouvrir les applications professionnelles sur cet iPhone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix %n thing(s) to open work apps on this iPad.</source>
        <translation>
            <numerusform>Corrigez %n point pour ouvrir les applications professionnelles sur cet iPad.</numerusform>
            <numerusform>Corrigez %n points pour ouvrir les applications professionnelles sur cet iPad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix %n thing(s) to open work apps on this computer.</source>
        <translation>
            <numerusform>Corrigez %n point pour ouvrir les applications professionnelles sur cet ordinateur.</numerusform>
            <numerusform>Corrigez %n points pour ouvrir les applications professionnelles sur cet ordinateur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix %n thing(s) to open work apps on this device.</source>
        <translation>
            <numerusform>Corrigez %n point pour ouvrir les applications professionnelles sur cet appareil.</numerusform>
            <numerusform>Corrigez %n points pour ouvrir les applications professionnelles sur cet appareil.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComputerWords</name>
    <message>
        <source>The program’s records were damaged, so it began new ones.</source>
        <translation>Les données du programme étaient endommagées&#xa0;: il en a créé de nouvelles.</translation>
    </message>
    <message>
        <source>Earlier notifications are gone. IT support can look at the old file.</source>
        <translation>Les notifications précédentes sont perdues. Le support informatique peut examiner l’ancien fichier.</translation>
    </message>
    <message>
        <source>Earlier notifications are gone. The damaged file was kept as {file}.</source>
        <translation>Les notifications précédentes sont perdues. Le fichier endommagé est conservé ici&#xa0;: {file}.</translation>
    </message>
    <message numerus="yes">
        <source>This computer’s clock is off by %n minute(s).</source>
        <translation>
            <numerusform>L’horloge de cet ordinateur est décalée de %n minute.</numerusform>
            <numerusform>L’horloge de cet ordinateur est décalée de %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer’s clock is off by %n hour(s).</source>
        <translation>
            <numerusform>L’horloge de cet ordinateur est décalée de %n heure.</numerusform>
            <numerusform>L’horloge de cet ordinateur est décalée de %n heures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer’s clock is off by %n day(s).</source>
        <translation>
            <numerusform>L’horloge de cet ordinateur est décalée de %n jour.</numerusform>
            <numerusform>L’horloge de cet ordinateur est décalée de %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing in still works. Correct the clock: times shown here are wrong.</source>
        <translation>La connexion fonctionne quand même. Réglez l’horloge&#xa0;: les heures affichées ici sont fausses.</translation>
    </message>
    <message>
        <source>A settings file cannot be used as it is.</source>
        <translation>Un fichier de paramètres n’est pas utilisable tel quel.</translation>
    </message>
    <message>
        <source>“{key}” in line {line} of {file} is not valid. Mend it and start again.</source>
        <translation>«&#xa0;{key}&#xa0;», à la ligne {line} de {file}, n’est pas valide. Corrigez, puis relancez.</translation>
    </message>
    <message>
        <source>Line {line} of {file} cannot be read. Mend it and start again.</source>
        <translation>La ligne {line} de {file} est illisible. Corrigez, puis relancez.</translation>
    </message>
    <message>
        <source>“{key}” in {file} is not valid. Mend it and start again.</source>
        <translation>«&#xa0;{key}&#xa0;», dans {file}, n’est pas valide. Corrigez, puis relancez.</translation>
    </message>
    <message>
        <source>{file} cannot be read. Mend it and start again.</source>
        <translation>{file} est illisible. Corrigez, puis relancez.</translation>
    </message>
    <message>
        <source>{file} cannot be written. What you chose holds until you quit.</source>
        <translation>Impossible d’écrire dans {file}. Votre choix vaut jusqu’à ce que vous quittiez.</translation>
    </message>
    <message>
        <source>Your choice could not be saved.</source>
        <translation>Votre choix n’a pas pu être enregistré.</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horaires</translation>
    </message>
    <message>
        <source>How your data is treated</source>
        <translation>Comment vos données sont traitées</translation>
    </message>
    <message>
        <source>Terms of use</source>
        <translation>Conditions d’utilisation</translation>
    </message>
    <message>
        <source>Your organisation has not said how to reach it.</source>
        <translation>Votre organisation n’a pas indiqué comment le joindre.</translation>
    </message>
    <message>
        <source>Show code</source>
        <translation>Afficher le code QR</translation>
    </message>
</context>
<context>
    <name>CountDownRing</name>
    <message>
        <source>left</source>
        <translation>restantes</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n seconde restante</numerusform>
            <numerusform>%n secondes restantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute restante</numerusform>
            <numerusform>%n minutes restantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} {seconds} left</source>
        <translation>Il reste {minutes} {seconds}</translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message>
        <source>Nothing is kept here.</source>
        <translation>Rien n’est conservé ici.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Erase all data on this computer</source>
        <translation>Effacer toutes les données de cet ordinateur</translation>
    </message>
    <message>
        <source>A request is under way. Wait until it has ended.</source>
        <translation>Une demande est en cours. Attendez qu’elle soit terminée.</translation>
    </message>
    <message>
        <source>Your sign-in</source>
        <translation>Votre session</translation>
    </message>
    <message>
        <source>Encrypted. Its key lies in the key store of this computer.</source>
        <translation>Chiffrée. Sa clé se trouve dans le trousseau de cet ordinateur.</translation>
    </message>
    <message>
        <source>Devices and activity</source>
        <translation>Appareils et activité</translation>
    </message>
    <message>
        <source>The last list, what was asked, notifications. Never a passcode.</source>
        <translation>La dernière liste, les demandes, les notifications. Jamais de code d’accès.</translation>
    </message>
    <message>
        <source>Your settings</source>
        <translation>Vos paramètres</translation>
    </message>
    <message>
        <source>Your choices on this page and the place of the window.</source>
        <translation>Vos choix sur cette page et l’emplacement de la fenêtre.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>What the program did, for IT support. No names and no secrets.</source>
        <translation>Ce que le programme a fait, pour le support informatique. Ni noms ni secrets.</translation>
    </message>
</context>
<context>
    <name>DemoStrip</name>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>A pretend organisation on this computer. Nothing here reaches a real device.</source>
        <translation>Une organisation fictive sur cet ordinateur. Rien n’atteint un véritable appareil.</translation>
    </message>
</context>
<context>
    <name>DetailLine</name>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Copy: {name}</source>
        <translation>Copier&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>DetailWords</name>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Storage and memory</source>
        <translation>Stockage et mémoire</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Gestion</translation>
    </message>
    <message>
        <source>Phone and network</source>
        <translation>Téléphone et réseau</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Serial no.</source>
        <translation>N° de série</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Inscription</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Dernier contact</translation>
    </message>
    <message>
        <source>{system} ({version})</source>
        <translation>{system} ({version})</translation>
    </message>
    <message>
        <source>Security update</source>
        <translation>Mise à jour de sécurité</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Chiffré</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>Supervisé</translation>
    </message>
    <message>
        <source>Tampered with</source>
        <translation>Altéré</translation>
    </message>
    <message>
        <source>Threats</source>
        <translation>Menaces</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Managed by</source>
        <translation>Géré par</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Name in management</source>
        <translation>Nom de gestion</translation>
    </message>
    <message>
        <source>Enrolment profile</source>
        <translation>Profil d’inscription</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Microsoft Entra ID</source>
        <translation>Microsoft Entra ID</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>ID de l’appareil</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Last mail contact</source>
        <translation>Dernier contact de messagerie</translation>
    </message>
    <message>
        <source>It has expired. The device has to be enrolled again.</source>
        <translation>Il a expiré. L’appareil doit être inscrit de nouveau.</translation>
    </message>
    <message>
        <source>It is renewed when the device makes contact. Switch it on.</source>
        <translation>Il est renouvelé au prochain contact. Allumez l’appareil.</translation>
    </message>
    <message>
        <source>Certificate until</source>
        <translation>Certificat jusqu’au</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Opérateur</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Numéro de téléphone</translation>
    </message>
    <message>
        <source>IMEI</source>
        <translation>IMEI</translation>
    </message>
    <message>
        <source>MEID</source>
        <translation>MEID</translation>
    </message>
    <message>
        <source>ICCID</source>
        <translation>ICCID</translation>
    </message>
    <message>
        <source>Wi-Fi address</source>
        <translation>Adresse Wi-Fi</translation>
    </message>
    <message>
        <source>Ethernet address</source>
        <translation>Adresse Ethernet</translation>
    </message>
    <message>
        <source>UDID</source>
        <translation>UDID</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>Non indiqué</translation>
    </message>
    <message>
        <source>{used} of {total} used ({percent} %)</source>
        <translation>{used} utilisés sur {total} ({percent}&#xa0;%)</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Afficher moins</translation>
    </message>
    <message>
        <source>Show all details</source>
        <translation>Afficher tous les détails</translation>
    </message>
    <message>
        <source>Details copied</source>
        <translation>Détails copiés</translation>
    </message>
</context>
<context>
    <name>DeviceActions</name>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>Signing you in…</source>
        <translation>Connexion en cours…</translation>
    </message>
    <message>
        <source>Not available while you are offline.</source>
        <translation>Indisponible hors ligne.</translation>
    </message>
</context>
<context>
    <name>DevicePage</name>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>This is what was known before.</source>
        <translation>Voici ce qui était connu avant.</translation>
    </message>
    <message>
        <source>This is what was known {when}. Actions come back with the connection.</source>
        <translation>Voici ce qui était connu {when}. Les actions reviendront avec la connexion.</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Vous êtes hors ligne.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>DeviceView</name>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>Device without a name</source>
        <translation>Appareil sans nom</translation>
    </message>
    <message>
        <source>Details unavailable</source>
        <translation>Détails non disponibles</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>serial no. ending {end}</source>
        <translation>n°&#xa0;de série se terminant par {end}</translation>
    </message>
    <message>
        <source>Company device</source>
        <translation>Appareil de l’entreprise</translation>
    </message>
    <message>
        <source>Personal device</source>
        <translation>Appareil personnel</translation>
    </message>
    <message>
        <source>Your organisation</source>
        <translation>Votre organisation</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Not compliant</source>
        <translation>Non conforme</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Pas encore vérifié</translation>
    </message>
    <message>
        <source>Not managed</source>
        <translation>Non géré</translation>
    </message>
    <message>
        <source>Compliant</source>
        <translation>Conforme</translation>
    </message>
    <message>
        <source>Fix it soon</source>
        <translation>À corriger bientôt</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>Échec de la vérification</translation>
    </message>
    <message>
        <source>Managed elsewhere</source>
        <translation>Géré ailleurs</translation>
    </message>
    <message>
        <source>Reset pending</source>
        <translation>Demande en cours</translation>
    </message>
    <message>
        <source>Request pending</source>
        <translation>Demande en cours</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Touch it to see what you can do.</source>
        <translation>Touchez-le pour voir ce que vous pouvez faire.</translation>
    </message>
    <message>
        <source>Phone locked? Choose it, then Reset passcode.</source>
        <translation>Téléphone verrouillé&#x202f;? Choisissez-le, puis Réinitialiser le code d’accès.</translation>
    </message>
    <message>
        <source>This list is not complete.</source>
        <translation>Cette liste n’est pas complète.</translation>
    </message>
    <message>
        <source>The service sent only a part of it. IT support can see all your devices.</source>
        <translation>Le service n’en a envoyé qu’une partie. Le support informatique voit tous vos appareils.</translation>
    </message>
    <message>
        <source>Nothing was known before.</source>
        <translation>Rien n’était connu auparavant.</translation>
    </message>
    <message>
        <source>This is what was known {when}. Actions come back with the connection.</source>
        <translation>Voici ce qui était connu {when}. Les actions reviendront avec la connexion.</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Vous êtes hors ligne.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>DevicesTitle</name>
    <message>
        <source>Your devices</source>
        <translation>Vos appareils</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n appareil</numerusform>
            <numerusform>%n appareils</numerusform>
        </translation>
    </message>
    <message>
        <source>Check again (F5)</source>
        <translation>Vérifier à nouveau (F5)</translation>
    </message>
    <message>
        <source>Which device is locked?</source>
        <translation>Quel appareil est verrouillé&#x202f;?</translation>
    </message>
    <message>
        <source>Loading your devices…</source>
        <translation>Chargement de vos appareils…</translation>
    </message>
    <message>
        <source>Checked {when}</source>
        <translation>Vérifié {when}</translation>
    </message>
</context>
<context>
    <name>DirectQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>EffectWords</name>
    <message>
        <source>A temporary passcode is made</source>
        <translation>Un code d’accès temporaire est créé</translation>
    </message>
    <message>
        <source>It has letters and digits and replaces your passcode. Photos, apps and accounts stay.</source>
        <translation>Il contient des lettres et des chiffres et remplace votre code d’accès. Photos, applications et comptes restent.</translation>
    </message>
    <message>
        <source>It has digits only and replaces your passcode. Photos, apps and accounts stay.</source>
        <translation>Il ne contient que des chiffres et remplace votre code d’accès. Photos, applications et comptes restent.</translation>
    </message>
    <message>
        <source>A temporary passcode for the work profile is made</source>
        <translation>Un code d’accès temporaire est créé pour le profil professionnel</translation>
    </message>
    <message>
        <source>It opens your work apps. The screen lock itself does not change.</source>
        <translation>Il ouvre vos applications professionnelles. Le verrouillage de l’écran ne change pas.</translation>
    </message>
    <message>
        <source>The passcode is removed</source>
        <translation>Le code d’accès est supprimé</translation>
    </message>
    <message>
        <source>None is made: you set a new one afterwards. Photos, apps and accounts stay.</source>
        <translation>Aucun code n’est créé&#xa0;: vous en choisissez un nouveau ensuite. Photos, applications et comptes restent.</translation>
    </message>
    <message>
        <source>Your current passcode stops working. You see the temporary one here.</source>
        <translation>Votre code d’accès actuel ne fonctionnera plus. Le code temporaire s’affichera ici.</translation>
    </message>
    <message>
        <source>Anyone can open it then. Touch ID or Face ID must be set up again.</source>
        <translation>N’importe qui peut alors l’ouvrir. Touch ID ou Face ID est à configurer de nouveau.</translation>
    </message>
    <message>
        <source>The current passcode of the work profile stops working. You see the temporary one here.</source>
        <translation>Le code d’accès actuel du profil professionnel ne fonctionnera plus. Le code temporaire s’affichera ici.</translation>
    </message>
    <message>
        <source>Windows Hello keeps working.</source>
        <translation>Windows Hello continue de fonctionner.</translation>
    </message>
    <message>
        <source>This cannot be undone</source>
        <translation>C’est irréversible</translation>
    </message>
    <message>
        <source>Photos, apps and accounts stay on the phone.</source>
        <translation>Photos, applications et comptes restent sur le téléphone.</translation>
    </message>
    <message>
        <source>Photos, apps and accounts stay on the iPhone.</source>
        <translation>Photos, applications et comptes restent sur l’iPhone.</translation>
    </message>
    <message>
        <source>Photos, apps and accounts stay on the iPad.</source>
        <translation>Photos, applications et comptes restent sur l’iPad.</translation>
    </message>
    <message>
        <source>Photos, apps and accounts stay on the device.</source>
        <translation>Photos, applications et comptes restent sur l’appareil.</translation>
    </message>
    <message>
        <source>What happens on this phone</source>
        <translation>Ce qui se passe sur ce téléphone</translation>
    </message>
    <message>
        <source>What happens on this iPhone</source>
        <translation>Ce qui se passe sur cet iPhone</translation>
    </message>
    <message>
        <source>What happens on this iPad</source>
        <translation>Ce qui se passe sur cet iPad</translation>
    </message>
    <message>
        <source>What happens on this computer</source>
        <translation>Ce qui se passe sur cet ordinateur</translation>
    </message>
    <message>
        <source>What happens on this device</source>
        <translation>Ce qui se passe sur cet appareil</translation>
    </message>
    <message>
        <source>Have the phone at hand</source>
        <translation>Gardez le téléphone à portée de main</translation>
    </message>
    <message>
        <source>Have the iPhone at hand</source>
        <translation>Gardez l’iPhone à portée de main</translation>
    </message>
    <message>
        <source>Have the iPad at hand</source>
        <translation>Gardez l’iPad à portée de main</translation>
    </message>
    <message>
        <source>Have the computer at hand</source>
        <translation>Gardez l’ordinateur à portée de main</translation>
    </message>
    <message>
        <source>Have the device at hand</source>
        <translation>Gardez l’appareil à portée de main</translation>
    </message>
    <message>
        <source>It must be switched on and online.</source>
        <translation>Il doit être allumé et connecté.</translation>
    </message>
    <message>
        <source>Nothing changes on the phone yet.</source>
        <translation>Rien ne change encore sur le téléphone.</translation>
    </message>
    <message>
        <source>Nothing changes on the iPhone yet.</source>
        <translation>Rien ne change encore sur l’iPhone.</translation>
    </message>
    <message>
        <source>Nothing changes on the iPad yet.</source>
        <translation>Rien ne change encore sur l’iPad.</translation>
    </message>
    <message>
        <source>Nothing changes on the computer yet.</source>
        <translation>Rien ne change encore sur l’ordinateur.</translation>
    </message>
    <message>
        <source>Nothing changes on the device yet.</source>
        <translation>Rien ne change encore sur l’appareil.</translation>
    </message>
    <message>
        <source>Only then is anything sent to the phone.</source>
        <translation>C’est seulement alors que la demande part.</translation>
    </message>
    <message>
        <source>Only then is anything sent to the iPhone.</source>
        <translation>C’est seulement alors que la demande part.</translation>
    </message>
    <message>
        <source>Only then is anything sent to the iPad.</source>
        <translation>C’est seulement alors que la demande part.</translation>
    </message>
    <message>
        <source>Only then is anything sent to the computer.</source>
        <translation>C’est seulement alors que la demande part.</translation>
    </message>
    <message>
        <source>Only then is anything sent to the device.</source>
        <translation>C’est seulement alors que la demande part.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Votre session se ferme</translation>
    </message>
    <message>
        <source>You sign in again</source>
        <translation>Vous vous reconnectez</translation>
    </message>
    <message>
        <source>You sign in again in your browser</source>
        <translation>Vous vous reconnectez dans votre navigateur</translation>
    </message>
    <message>
        <source>It proves that it is really you. You have five minutes.</source>
        <translation>Cela prouve que c’est bien vous. Vous avez cinq minutes.</translation>
    </message>
    <message>
        <source>You confirm the reset</source>
        <translation>Vous confirmez la réinitialisation</translation>
    </message>
</context>
<context>
    <name>EndWords</name>
    <message>
        <source>Nothing was reset.</source>
        <translation>Rien n’a été réinitialisé.</translation>
    </message>
    <message>
        <source>The reset was cancelled</source>
        <translation>La réinitialisation est annulée</translation>
    </message>
    <message>
        <source>Your passcode is the same as before.</source>
        <translation>Votre code d’accès reste le même.</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>Le temps est écoulé</translation>
    </message>
    <message>
        <source>Nothing was changed. Start again.</source>
        <translation>Rien n’a été modifié. Recommencez.</translation>
    </message>
    <message>
        <source>Have your password and your second factor at hand before you start.</source>
        <translation>Avant de commencer, gardez à portée de main votre mot de passe et votre second facteur.</translation>
    </message>
    <message>
        <source>You signed in, but too late</source>
        <translation>Votre connexion est arrivée trop tard</translation>
    </message>
    <message>
        <source>Less than a minute was left, which is too short to confirm with care.</source>
        <translation>Il restait moins d’une minute&#xa0;: c’est trop peu pour confirmer avec soin.</translation>
    </message>
    <message>
        <source>This was another account</source>
        <translation>C’était un autre compte</translation>
    </message>
    <message>
        <source>If your browser remembers several accounts, choose “Use another account” on the sign-in page.</source>
        <translation>Si votre navigateur connaît plusieurs comptes, choisissez «&#xa0;Utiliser un autre compte&#xa0;» sur la page de connexion.</translation>
    </message>
    <message>
        <source>Your browser did not ask for your password</source>
        <translation>Votre navigateur n’a pas demandé votre mot de passe</translation>
    </message>
    <message>
        <source>It has to be confirmed within five minutes of signing out.</source>
        <translation>La confirmation doit suivre la déconnexion de moins de cinq minutes.</translation>
    </message>
    <message>
        <source>It works only if the person who asked for it signs in again. Another account signed in, so the session was closed and the request dropped.</source>
        <translation>Seule la personne à l’origine de la demande peut la poursuivre. Un autre compte s’est connecté&#xa0;: la session a été fermée et la demande abandonnée.</translation>
    </message>
    <message>
        <source>This needs a new sign-in, and your browser answered with an earlier one.</source>
        <translation>Il faut une nouvelle connexion, et votre navigateur a répondu avec une ancienne.</translation>
    </message>
    <message>
        <source>Sign out of your account in the browser, then start again.</source>
        <translation>Fermez la session de votre compte dans le navigateur, puis recommencez.</translation>
    </message>
    <message>
        <source>The sign-in could not be trusted</source>
        <translation>Cette connexion n’est pas fiable</translation>
    </message>
    <message>
        <source>The answer of the sign-in page failed a check, so it was thrown away.</source>
        <translation>La réponse de la page de connexion a échoué à une vérification&#xa0;: elle a été écartée.</translation>
    </message>
    <message>
        <source>Start again. If it happens twice, tell IT support.</source>
        <translation>Recommencez. Si cela se reproduit, prévenez le support informatique.</translation>
    </message>
    <message>
        <source>Nothing was sent to the device.</source>
        <translation>Rien n’a été envoyé à l’appareil.</translation>
    </message>
    <message>
        <source>This device has changed in the meantime</source>
        <translation>Cet appareil a changé entre-temps</translation>
    </message>
    <message>
        <source>It is no longer exactly what you confirmed, so the request was dropped.</source>
        <translation>Il ne correspond plus exactement à votre confirmation&#xa0;: la demande est abandonnée.</translation>
    </message>
    <message>
        <source>Look at the device’s page, then start again.</source>
        <translation>Consultez la page de l’appareil, puis recommencez.</translation>
    </message>
    <message>
        <source>This computer was locked or went to sleep</source>
        <translation>Cet ordinateur a été verrouillé ou mis en veille</translation>
    </message>
    <message>
        <source>That closes the five minutes, so that nobody else can go on for you.</source>
        <translation>Les cinq minutes prennent alors fin, pour que personne ne continue à votre place.</translation>
    </message>
    <message>
        <source>This program made a mistake</source>
        <translation>Ce programme a commis une erreur</translation>
    </message>
    <message>
        <source>What was asked for is not what you confirmed. Tell IT support about it.</source>
        <translation>La demande ne correspond pas à ce que vous avez confirmé. Prévenez le support informatique.</translation>
    </message>
    <message>
        <source>It works only if the person who asked for it signs in again.</source>
        <translation>Cela ne fonctionne que si la personne qui l’a demandé se reconnecte.</translation>
    </message>
    <message>
        <source>The sign-in page did not ask for your password</source>
        <translation>La page de connexion n’a pas demandé votre mot de passe</translation>
    </message>
    <message>
        <source>This needs a new sign-in, and an earlier one was the answer.</source>
        <translation>Il faut une nouvelle connexion, et c’est une connexion antérieure qui a répondu.</translation>
    </message>
    <message>
        <source>The screen was locked or switched off</source>
        <translation>L’écran a été verrouillé ou s’est éteint</translation>
    </message>
    <message>
        <source>It has ended</source>
        <translation>C’est terminé</translation>
    </message>
    <message>
        <source>Start again when you like.</source>
        <translation>Recommencez quand vous voulez.</translation>
    </message>
</context>
<context>
    <name>EraseQuestion</name>
    <message>
        <source>Erase all data on this computer?</source>
        <translation>Effacer toutes les données de cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>You are signed out and the program closes.</source>
        <translation>Votre session se ferme et le programme se termine.</translation>
    </message>
    <message>
        <source>What goes: your sign-in, the list, the activity, your settings and the log.</source>
        <translation>Ce qui disparaît&#xa0;: votre session, la liste, l’activité, vos paramètres et le journal.</translation>
    </message>
    <message>
        <source>Your devices and what was asked of them stay as they are.</source>
        <translation>Vos appareils et les demandes envoyées restent tels quels.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Erase and close</source>
        <translation>Effacer et quitter</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Error {number} · request {request} · {time}</source>
        <translation>Erreur {number} · demande {request} · {time}</translation>
    </message>
    <message>
        <source>Error {number} · {time}</source>
        <translation>Erreur {number} · {time}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Something did not work.</source>
        <translation>Quelque chose n’a pas fonctionné.</translation>
    </message>
    <message>
        <source>Try again. IT support can help if it stays so.</source>
        <translation>Réessayez. Si cela continue, le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>This program made a mistake.</source>
        <translation>Ce programme a commis une erreur.</translation>
    </message>
    <message>
        <source>Its log says more. Send the details to IT support.</source>
        <translation>Son journal en dit plus. Envoyez les détails au support informatique.</translation>
    </message>
    <message>
        <source>This computer cannot be used as a kiosk.</source>
        <translation>Cet ordinateur ne peut pas servir de borne.</translation>
    </message>
    <message>
        <source>Its policy, its user or its browser is not set up for it.</source>
        <translation>Sa stratégie, son compte ou son navigateur ne s’y prêtent pas.</translation>
    </message>
    <message>
        <source>The program’s own records could not be read.</source>
        <translation>Les données du programme n’ont pas pu être lues.</translation>
    </message>
    <message>
        <source>Nothing was sent. Start the program again.</source>
        <translation>Rien n’a été envoyé. Relancez le programme.</translation>
    </message>
    <message>
        <source>Nothing can be written on this computer, so nothing was sent.</source>
        <translation>Impossible d’écrire sur cet ordinateur&#xa0;: rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Make room on the disk, then start the program again.</source>
        <translation>Libérez de l’espace sur le disque, puis relancez le programme.</translation>
    </message>
    <message>
        <source>A newer version of this program was here, so this one sends nothing.</source>
        <translation>Une version plus récente de ce programme est passée ici&#xa0;: celle-ci n’envoie rien.</translation>
    </message>
    <message>
        <source>Its records stay as they are. Start the newer version.</source>
        <translation>Ses données restent telles quelles. Lancez la version plus récente.</translation>
    </message>
    <message>
        <source>An earlier request for this device has not ended yet.</source>
        <translation>Une demande précédente pour cet appareil n’est pas encore terminée.</translation>
    </message>
    <message>
        <source>Nothing was sent again. Wait for the result of the first one.</source>
        <translation>Rien n’a été renvoyé. Attendez le résultat de la première demande.</translation>
    </message>
    <message>
        <source>The device service is busy.</source>
        <translation>Le service des appareils est occupé.</translation>
    </message>
    <message>
        <source>The device service keeps failing.</source>
        <translation>Le service des appareils est en panne.</translation>
    </message>
    <message numerus="yes">
        <source>The program goes on by itself in %n second(s).</source>
        <translation>
            <numerusform>Le programme continuera de lui-même dans %n seconde.</numerusform>
            <numerusform>Le programme continuera de lui-même dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed. You can try again now.</source>
        <translation>Rien n’a été modifié. Vous pouvez réessayer maintenant.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again in a moment.</source>
        <translation>Rien n’a été modifié. Réessayez dans un instant.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was changed. Try again in %n second(s).</source>
        <translation>
            <numerusform>Rien n’a été modifié. Réessayez dans %n seconde.</numerusform>
            <numerusform>Rien n’a été modifié. Réessayez dans %n secondes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was changed. Try again in %n minute(s).</source>
        <translation>
            <numerusform>Rien n’a été modifié. Réessayez dans %n minute.</numerusform>
            <numerusform>Rien n’a été modifié. Réessayez dans %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
</context>
<context>
    <name>FailureWords</name>
    <message>
        <source>The device could not do it</source>
        <translation>L’appareil n’a pas pu le faire</translation>
    </message>
    <message>
        <source>Your passcode is the same as before.</source>
        <translation>Votre code d’accès reste le même.</translation>
    </message>
    <message>
        <source>The device answered that the reset failed.</source>
        <translation>L’appareil a répondu que la réinitialisation a échoué.</translation>
    </message>
    <message>
        <source>Start it again with the device switched on and online, or ask IT support.</source>
        <translation>Recommencez avec l’appareil allumé et connecté, ou contactez le support informatique.</translation>
    </message>
    <message>
        <source>IT support can see what else can be done.</source>
        <translation>Le support informatique peut chercher une autre solution.</translation>
    </message>
    <message>
        <source>It answered that it does not offer this.</source>
        <translation>Il a répondu qu’il ne propose pas cette action.</translation>
    </message>
    <message>
        <source>A work profile needs a passcode of its own, and reset has to be allowed on the device once before.</source>
        <translation>Un profil professionnel doit avoir son propre code. La réinitialisation doit aussi avoir été autorisée une fois sur l’appareil.</translation>
    </message>
    <message>
        <source>Your organisation has to require a passcode on this device, otherwise Android does not reset it.</source>
        <translation>Votre organisation doit exiger un code d’accès sur cet appareil. Sinon, Android ne le réinitialise pas.</translation>
    </message>
    <message>
        <source>This device does not support it</source>
        <translation>Cet appareil ne le permet pas</translation>
    </message>
    <message>
        <source>We could not find out whether it worked</source>
        <translation>Nous n’avons pas pu savoir si cela a fonctionné</translation>
    </message>
    <message>
        <source>The request was sent once and is not sent again.</source>
        <translation>La demande a été envoyée une fois et ne sera pas renvoyée.</translation>
    </message>
    <message>
        <source>Try your old passcode. If it still works, nothing has been reset.</source>
        <translation>Essayez votre ancien code d’accès. S’il fonctionne encore, rien n’a été réinitialisé.</translation>
    </message>
    <message>
        <source>IT support can see what became of the request.</source>
        <translation>Le support informatique voit ce que la demande est devenue.</translation>
    </message>
    <message>
        <source>There is no result here</source>
        <translation>Il n’y a pas de résultat ici</translation>
    </message>
    <message>
        <source>No reset of this device was followed since you signed in.</source>
        <translation>Aucune réinitialisation de cet appareil n’a été suivie depuis votre connexion.</translation>
    </message>
    <message>
        <source>The activity on the device’s page shows what was asked of it before.</source>
        <translation>L’activité, sur la page de l’appareil, montre ce qui lui a été demandé auparavant.</translation>
    </message>
</context>
<context>
    <name>FinishingPage</name>
    <message>
        <source>Finishing…</source>
        <translation>Fin de la demande en cours…</translation>
    </message>
    <message>
        <source>A request is on its way. Its answer is waited for.</source>
        <translation>Une demande est en route. Sa réponse est attendue.</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>Fin de la session…</translation>
    </message>
    <message>
        <source>Everything on this screen is being erased.</source>
        <translation>Tout ce qui était à l’écran est effacé.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Search devices</source>
        <translation>Rechercher un appareil</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Notifications, %n non lue</numerusform>
            <numerusform>Notifications, %n non lues</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Session fermée</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous encore là&#x202f;?</translation>
    </message>
    <message>
        <source>If not, the session ends and everything is erased.</source>
        <translation>Sinon, la session se termine et tout est effacé.</translation>
    </message>
    <message>
        <source>I’m still here</source>
        <translation>Je suis encore là</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Terminer maintenant</translation>
    </message>
</context>
<context>
    <name>KioskDonePage</name>
    <message>
        <source>A request was already on its way. Sign in again to see its outcome.</source>
        <translation>Une demande était déjà en route. Reconnectez-vous pour en voir le résultat.</translation>
    </message>
    <message>
        <source>Done. You are signed out.</source>
        <translation>C’est fait. Votre session est fermée.</translation>
    </message>
    <message>
        <source>The session has ended</source>
        <translation>La session est terminée</translation>
    </message>
    <message>
        <source>The screen was not touched for a while. Nothing stays here.</source>
        <translation>L’écran n’a pas été touché depuis un moment. Rien ne reste ici.</translation>
    </message>
    <message>
        <source>The time was over. Nothing stays here. You can start again.</source>
        <translation>Le temps était écoulé. Rien ne reste ici. Vous pouvez recommencer.</translation>
    </message>
    <message>
        <source>The screen was locked or switched off. You can start again.</source>
        <translation>L’écran a été verrouillé ou éteint. Vous pouvez recommencer.</translation>
    </message>
    <message>
        <source>Another account signed in. Start again with your own.</source>
        <translation>Un autre compte s’est connecté. Recommencez avec le vôtre.</translation>
    </message>
    <message>
        <source>The program stopped working. You can start again.</source>
        <translation>Le programme s’est arrêté. Vous pouvez recommencer.</translation>
    </message>
    <message>
        <source>Nothing stays here.</source>
        <translation>Rien ne reste ici.</translation>
    </message>
</context>
<context>
    <name>KioskFoot</name>
    <message>
        <source>Nothing stays here. When you leave, everything is erased.</source>
        <translation>Rien ne reste ici. À votre départ, tout est effacé.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <comment>Step of the text size</comment>
        <translation>{step} sur {steps}</translation>
    </message>
</context>
<context>
    <name>ListControls</name>
    <message>
        <source>Sections</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filtrer et trier</translation>
    </message>
    <message>
        <source>Hide filters and order</source>
        <translation>Masquer les filtres</translation>
    </message>
    <message>
        <source>All systems</source>
        <translation>Tous les systèmes</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>Conformité</translation>
    </message>
    <message>
        <source>All owners</source>
        <translation>Tout propriétaire</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>Needs attention</source>
        <translation>Demande votre attention</translation>
    </message>
    <message numerus="yes">
        <source>No contact for %n day(s)</source>
        <translation>
            <numerusform>Aucun contact depuis %n jour</numerusform>
            <numerusform>Aucun contact depuis %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>All other devices</source>
        <translation>Tous les autres appareils</translation>
    </message>
    <message>
        <source>Company devices</source>
        <translation>Appareils de l’entreprise</translation>
    </message>
    <message>
        <source>Personal devices</source>
        <translation>Appareils personnels</translation>
    </message>
    <message>
        <source>Owner unknown</source>
        <translation>Propriétaire inconnu</translation>
    </message>
    <message>
        <source>iPhone and iPad</source>
        <translation>iPhone et iPad</translation>
    </message>
    <message>
        <source>Other systems</source>
        <translation>Autres systèmes</translation>
    </message>
    <message>
        <source>Compliant</source>
        <translation>Conforme</translation>
    </message>
    <message>
        <source>Not compliant</source>
        <translation>Non conforme</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>Sorted by name</source>
        <translation>Tri par nom</translation>
    </message>
    <message>
        <source>Sorted by last contact</source>
        <translation>Tri par dernier contact</translation>
    </message>
    <message>
        <source>Sorted by enrolment</source>
        <translation>Tri par inscription</translation>
    </message>
    <message>
        <source>Sorted by system</source>
        <translation>Tri par système</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Urgents d’abord</translation>
    </message>
    <message>
        <source>Grouped by system</source>
        <translation>Groupes par système</translation>
    </message>
    <message>
        <source>Grouped by owner</source>
        <translation>Groupes par propriétaire</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Sans groupes</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n appareil</numerusform>
            <numerusform>%n appareils</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n device(s)</source>
        <translation>
            <numerusform>{shown} sur %n appareil</numerusform>
            <numerusform>{shown} sur %n appareils</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Located</name>
    <message>
        <source>The place is no longer kept here.</source>
        <translation>Le lieu n’est plus conservé ici.</translation>
    </message>
    <message>
        <source>Locate the device again.</source>
        <translation>Localisez de nouveau l’appareil.</translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation>Ouvrir la carte</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Back to devices</source>
        <translation>Retour aux appareils</translation>
    </message>
    <message>
        <source>The map opens in your browser, at openstreetmap.org, which learns the place.</source>
        <translation>La carte s’ouvre dans votre navigateur, sur openstreetmap.org, qui apprend ce lieu.</translation>
    </message>
    <message>
        <source>It was there {when}.</source>
        <translation>Il était là {when}.</translation>
    </message>
    <message>
        <source>Within {distance} km of this point</source>
        <translation>À moins de {distance}&#xa0;km de ce point</translation>
    </message>
    <message>
        <source>Within {distance} m of this point</source>
        <translation>À moins de {distance}&#xa0;m de ce point</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The clipboard is emptied in %n second(s).</source>
        <translation>
            <numerusform>Copié. Le presse-papiers sera vidé dans %n seconde.</numerusform>
            <numerusform>Copié. Le presse-papiers sera vidé dans %n secondes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockPin</name>
    <message>
        <source>The PIN is no longer kept here.</source>
        <translation>Le code PIN n’est plus conservé ici.</translation>
    </message>
    <message>
        <source>IT support can still see it.</source>
        <translation>Le support informatique peut encore le voir.</translation>
    </message>
    <message>
        <source>Back to devices</source>
        <translation>Retour aux appareils</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
</context>
<context>
    <name>LossRows</name>
    <message>
        <source>Lost</source>
        <translation>Perdu</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Conservé</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>À savoir</translation>
    </message>
</context>
<context>
    <name>LossWords</name>
    <message>
        <source>Your current passcode stops working.</source>
        <translation>Votre code d’accès actuel cesse de fonctionner.</translation>
    </message>
    <message>
        <source>It tells your organisation how it is, and fetches what is new.</source>
        <translation>L’appareil donne son état à votre organisation et récupère les nouveautés.</translation>
    </message>
    <message>
        <source>Your organisation’s data leaves it and yours stays. This cannot be undone.</source>
        <translation>Les données de votre organisation en disparaissent, les vôtres restent. C’est irréversible.</translation>
    </message>
    <message>
        <source>It restarts within a few minutes, maybe without a warning.</source>
        <translation>Il redémarre dans les minutes qui suivent, peut-être sans avertissement.</translation>
    </message>
    <message>
        <source>It is asked where it is. Whoever holds it is told.</source>
        <translation>Sa position lui est demandée. La personne qui le tient en est informée.</translation>
    </message>
    <message>
        <source>The key opens the encrypted disk without a password. Show it to nobody.</source>
        <translation>La clé ouvre le disque chiffré sans mot de passe. Ne la montrez à personne.</translation>
    </message>
    <message>
        <source>A few minutes once it is online.</source>
        <translation>Quelques minutes dès qu’il est en ligne.</translation>
    </message>
    <message>
        <source>Location has to be switched on, and allowed by your organisation.</source>
        <translation>La localisation doit être activée et permise par votre organisation.</translation>
    </message>
    <message>
        <source>It is hidden after five minutes. Your organisation can see that it was read.</source>
        <translation>Elle est masquée après cinq minutes. Votre organisation peut voir qu’elle a été lue.</translation>
    </message>
    <message>
        <source>Photos, apps and accounts.</source>
        <translation>Photos, applications et comptes.</translation>
    </message>
    <message>
        <source>Apps and settings are erased, your files stay. This cannot be undone.</source>
        <translation>Les applications et les paramètres sont effacés, vos fichiers restent. C’est irréversible.</translation>
    </message>
    <message>
        <source>Everything on it is erased. This cannot be undone.</source>
        <translation>Tout son contenu est effacé. C’est irréversible.</translation>
    </message>
    <message>
        <source>It restarts and opens only with a PIN, which you see here.</source>
        <translation>Il redémarre et ne s’ouvre qu’avec un code PIN, que vous voyez ici.</translation>
    </message>
    <message>
        <source>Its screen locks. It opens with its passcode, as always.</source>
        <translation>Son écran se verrouille. Il s’ouvre avec son code d’accès, comme toujours.</translation>
    </message>
    <message>
        <source>The new name is shown here and to IT support, not on the device.</source>
        <translation>Le nouveau nom s’affiche ici et au support informatique, pas sur l’appareil.</translation>
    </message>
    <message>
        <source>The new name is shown here, to IT support, and mostly on the device.</source>
        <translation>Le nouveau nom s’affiche ici, au support informatique et le plus souvent sur l’appareil.</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens, not digits alone. It counts after a restart.</source>
        <translation>Lettres, chiffres et traits d’union, pas de chiffres seuls. Il vaut après un redémarrage.</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens.</source>
        <translation>Lettres, chiffres et traits d’union.</translation>
    </message>
    <message>
        <source>Everything on it. This program does not keep its place.</source>
        <translation>Tout son contenu. Ce programme ne garde pas sa position.</translation>
    </message>
    <message>
        <source>Your organisation can see that it was read.</source>
        <translation>Votre organisation peut voir qu’elle a été lue.</translation>
    </message>
    <message>
        <source>A few seconds.</source>
        <translation>Quelques secondes.</translation>
    </message>
    <message>
        <source>A few seconds once it is online.</source>
        <translation>Quelques secondes dès qu’il est en ligne.</translation>
    </message>
    <message>
        <source>Work that is not saved.</source>
        <translation>Le travail non enregistré.</translation>
    </message>
    <message>
        <source>Everything on the disk.</source>
        <translation>Tout ce qui est sur le disque.</translation>
    </message>
    <message>
        <source>A second lock is refused until the PIN of the first was used.</source>
        <translation>Un second verrouillage est refusé tant que le code PIN du premier n’a pas servi.</translation>
    </message>
    <message>
        <source>A device without a passcode only turns its screen off.</source>
        <translation>Un appareil sans code d’accès éteint seulement son écran.</translation>
    </message>
    <message>
        <source>It finds its Wi-Fi again once somebody has unlocked it.</source>
        <translation>Il retrouve son Wi-Fi dès que quelqu’un l’a déverrouillé.</translation>
    </message>
    <message>
        <source>Everything else.</source>
        <translation>Tout le reste.</translation>
    </message>
    <message>
        <source>About five minutes once it is online.</source>
        <translation>Environ cinq minutes dès qu’il est en ligne.</translation>
    </message>
    <message>
        <source>Your own files, apps and settings.</source>
        <translation>Vos propres fichiers, applications et paramètres.</translation>
    </message>
    <message>
        <source>Your own photos, messages, apps and settings.</source>
        <translation>Vos propres photos, messages, applications et paramètres.</translation>
    </message>
    <message>
        <source>A few minutes once it is online. Then it leaves your list.</source>
        <translation>Quelques minutes dès qu’il est en ligne. Il quitte ensuite votre liste.</translation>
    </message>
    <message>
        <source>To use it for work again, you set it up anew.</source>
        <translation>Pour un nouvel usage professionnel, il faut le configurer à nouveau.</translation>
    </message>
    <message>
        <source>The work profile, with all its apps and data.</source>
        <translation>Le profil professionnel, avec toutes ses applications et données.</translation>
    </message>
    <message>
        <source>The data of work apps, and your organisation’s Wi-Fi and VPN.</source>
        <translation>Les données des applications professionnelles, le Wi-Fi et le VPN de votre organisation.</translation>
    </message>
    <message>
        <source>Your organisation’s settings, Wi-Fi, VPN and certificates.</source>
        <translation>Les paramètres, le Wi-Fi, le VPN et les certificats de votre organisation.</translation>
    </message>
    <message>
        <source>Work mail, apps your organisation installed, its Wi-Fi and VPN.</source>
        <translation>Le courrier professionnel, les applications de votre organisation, son Wi-Fi et son VPN.</translation>
    </message>
    <message>
        <source>Work mail, work apps with their data, and your organisation’s Wi-Fi.</source>
        <translation>Le courrier et les applications professionnels, leurs données et le Wi-Fi de votre organisation.</translation>
    </message>
    <message>
        <source>Files, apps, accounts, settings and company data on it.</source>
        <translation>Ses fichiers, applications, comptes, paramètres et données d’entreprise.</translation>
    </message>
    <message>
        <source>Apps you installed, settings and company data on it.</source>
        <translation>Les applications ajoutées, les paramètres et les données d’entreprise.</translation>
    </message>
    <message>
        <source>An hour or more, switched on, online and plugged in.</source>
        <translation>Une heure ou plus, allumé, en ligne et branché.</translation>
    </message>
    <message>
        <source>Do not switch it off while it is at work.</source>
        <translation>Ne l’éteignez pas pendant ce temps.</translation>
    </message>
    <message>
        <source>What is in OneDrive or another backup.</source>
        <translation>Ce qui est dans OneDrive ou une autre sauvegarde.</translation>
    </message>
    <message>
        <source>Your files on it, and what is in a backup.</source>
        <translation>Vos fichiers sur l’ordinateur et ce qui est dans une sauvegarde.</translation>
    </message>
    <message>
        <source>It stays enrolled, with your work account.</source>
        <translation>Il reste inscrit, avec votre compte professionnel.</translation>
    </message>
    <message>
        <source>Photos, messages, apps, settings and company data on it.</source>
        <translation>Ses photos, messages, applications, paramètres et données d’entreprise.</translation>
    </message>
    <message>
        <source>What is in iCloud or another backup.</source>
        <translation>Ce qui est dans iCloud ou une autre sauvegarde.</translation>
    </message>
    <message>
        <source>What is in an online account or another backup.</source>
        <translation>Ce qui est dans un compte en ligne ou une autre sauvegarde.</translation>
    </message>
    <message>
        <source>A mobile plan on an eSIM stays too.</source>
        <translation>Un forfait mobile sur eSIM reste aussi.</translation>
    </message>
    <message>
        <source>Photos, messages, apps, settings, company data and a mobile plan on an eSIM.</source>
        <translation>Photos, messages, applications, paramètres, données d’entreprise et forfait mobile sur eSIM.</translation>
    </message>
    <message>
        <source>Afterwards it may ask for the Apple Account it was set up with.</source>
        <translation>Ensuite, il peut demander le compte Apple de sa configuration.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Company Portal</source>
        <translation>Portail d’entreprise</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
</context>
<context>
    <name>ManagementWords</name>
    <message>
        <source>Complete</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Révoqué</translation>
    </message>
    <message>
        <source>Its keys contradict each other</source>
        <translation>Ses clés se contredisent</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>En attente d’approbation</translation>
    </message>
    <message>
        <source>Its certificate was reset</source>
        <translation>Son certificat a été réinitialisé</translation>
    </message>
    <message>
        <source>Waits for enrolment</source>
        <translation>En attente d’inscription</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Autorisé</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>En quarantaine</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Aucune trouvée</translation>
    </message>
    <message>
        <source>Protection is on</source>
        <translation>La protection est active</translation>
    </message>
    <message>
        <source>Protection is off</source>
        <translation>La protection est désactivée</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Faibles</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyennes</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Élevées</translation>
    </message>
    <message>
        <source>The protection app does not answer</source>
        <translation>L’application de protection ne répond pas</translation>
    </message>
    <message>
        <source>The device is compromised</source>
        <translation>L’appareil est compromis</translation>
    </message>
    <message>
        <source>The protection app is not set up</source>
        <translation>L’application de protection n’est pas configurée</translation>
    </message>
</context>
<context>
    <name>MessagePlace</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>MissingDevice</name>
    <message>
        <source>A device is missing?</source>
        <translation>Un appareil manque&#x202f;?</translation>
    </message>
    <message>
        <source>Hide the reasons</source>
        <translation>Masquer les raisons</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>Voir pourquoi</translation>
    </message>
    <message>
        <source>Why a device may be missing</source>
        <translation>Pourquoi un appareil peut manquer</translation>
    </message>
    <message>
        <source>It is enrolled under another account</source>
        <translation>Il est inscrit avec un autre compte</translation>
    </message>
    <message>
        <source>Sign in with the account that was used to set it up.</source>
        <translation>Connectez-vous avec le compte qui a servi à le configurer.</translation>
    </message>
    <message>
        <source>It was enrolled a moment ago</source>
        <translation>Son inscription est toute récente</translation>
    </message>
    <message>
        <source>It can take a few minutes until it appears. Check again then.</source>
        <translation>Il peut mettre quelques minutes à apparaître. Vérifiez alors à nouveau.</translation>
    </message>
    <message>
        <source>It has not been in contact for a long time</source>
        <translation>Il n’a pas donné signe de vie depuis longtemps</translation>
    </message>
    <message>
        <source>Such devices are taken off the list. Enrol it again to see it here.</source>
        <translation>Ces appareils sont retirés de la liste. Inscrivez-le de nouveau pour le voir ici.</translation>
    </message>
</context>
<context>
    <name>NameEdit</name>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>NameFaultWords</name>
    <message>
        <source>A device needs a name.</source>
        <translation>Un appareil a besoin d’un nom.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Le nom est trop long.</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens only, without spaces.</source>
        <translation>Seulement des lettres, des chiffres et des traits d’union, sans espaces.</translation>
    </message>
    <message>
        <source>Digits alone are not enough. Add a letter.</source>
        <translation>Des chiffres seuls ne suffisent pas. Ajoutez une lettre.</translation>
    </message>
</context>
<context>
    <name>NameQuestion</name>
    <message>
        <source>To confirm, type {name}</source>
        <translation>Pour confirmer, saisissez {name}</translation>
    </message>
    <message>
        <source>To confirm, type the end of its serial number: {name}</source>
        <translation>Pour confirmer, saisissez la fin du numéro de série&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>To confirm, type {name}, or the end of its serial number: {end}</source>
        <translation>Pour confirmer, saisissez {name}, ou la fin de son numéro de série&#xa0;: {end}</translation>
    </message>
    <message>
        <source>Type the name first.</source>
        <translation>Saisissez d’abord le nom.</translation>
    </message>
    <message>
        <source>Type the end of the serial number first.</source>
        <translation>Saisissez d’abord la fin du numéro de série.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Need help?</source>
        <translation>Besoin d’aide&#x202f;?</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
</context>
<context>
    <name>NewsTitles</name>
    <message>
        <source>passcode reset</source>
        <translation>code d’accès réinitialisé</translation>
    </message>
    <message>
        <source>passcode removed</source>
        <translation>code d’accès supprimé</translation>
    </message>
    <message>
        <source>passcode reset failed</source>
        <translation>échec de la réinitialisation du code</translation>
    </message>
    <message>
        <source>passcode reset not supported</source>
        <translation>réinitialisation du code non prise en charge</translation>
    </message>
    <message>
        <source>passcode reset not confirmed</source>
        <translation>réinitialisation du code non confirmée</translation>
    </message>
    <message>
        <source>locked, PIN ready</source>
        <translation>verrouillé, code PIN prêt</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>remote lock failed</source>
        <translation>échec du verrouillage à distance</translation>
    </message>
    <message>
        <source>remote lock not supported</source>
        <translation>verrouillage à distance non pris en charge</translation>
    </message>
    <message>
        <source>remote lock not confirmed</source>
        <translation>verrouillage à distance non confirmé</translation>
    </message>
    <message>
        <source>status checked</source>
        <translation>état vérifié</translation>
    </message>
    <message>
        <source>status check failed</source>
        <translation>échec de la vérification de l’état</translation>
    </message>
    <message>
        <source>status check not supported</source>
        <translation>vérification de l’état non prise en charge</translation>
    </message>
    <message>
        <source>status check not confirmed</source>
        <translation>vérification de l’état non confirmée</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>renommé</translation>
    </message>
    <message>
        <source>renaming failed</source>
        <translation>échec du changement de nom</translation>
    </message>
    <message>
        <source>renaming not supported</source>
        <translation>changement de nom non pris en charge</translation>
    </message>
    <message>
        <source>renaming not confirmed</source>
        <translation>changement de nom non confirmé</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>removal failed</source>
        <translation>échec de la suppression</translation>
    </message>
    <message>
        <source>removal not supported</source>
        <translation>suppression non prise en charge</translation>
    </message>
    <message>
        <source>removal not confirmed</source>
        <translation>suppression non confirmée</translation>
    </message>
    <message>
        <source>factory reset done</source>
        <translation>paramètres d’usine rétablis</translation>
    </message>
    <message>
        <source>factory reset failed</source>
        <translation>échec du rétablissement des paramètres d’usine</translation>
    </message>
    <message>
        <source>factory reset not supported</source>
        <translation>rétablissement des paramètres d’usine non pris en charge</translation>
    </message>
    <message>
        <source>factory reset not confirmed</source>
        <translation>rétablissement des paramètres d’usine non confirmé</translation>
    </message>
    <message>
        <source>restarted</source>
        <translation>redémarré</translation>
    </message>
    <message>
        <source>restart failed</source>
        <translation>échec du redémarrage</translation>
    </message>
    <message>
        <source>restart not supported</source>
        <translation>redémarrage non pris en charge</translation>
    </message>
    <message>
        <source>restart not confirmed</source>
        <translation>redémarrage non confirmé</translation>
    </message>
    <message>
        <source>device found</source>
        <translation>appareil localisé</translation>
    </message>
    <message>
        <source>locating done</source>
        <translation>localisation terminée</translation>
    </message>
    <message>
        <source>locating failed</source>
        <translation>échec de la localisation</translation>
    </message>
    <message>
        <source>locating not supported</source>
        <translation>localisation non prise en charge</translation>
    </message>
    <message>
        <source>locating not confirmed</source>
        <translation>localisation non confirmée</translation>
    </message>
    <message>
        <source>recovery key read</source>
        <translation>clé de récupération lue</translation>
    </message>
    <message>
        <source>recovery key not read</source>
        <translation>clé de récupération non lue</translation>
    </message>
    <message>
        <source>recovery key not supported</source>
        <translation>clé de récupération non prise en charge</translation>
    </message>
    <message>
        <source>recovery key not confirmed</source>
        <translation>clé de récupération non confirmée</translation>
    </message>
</context>
<context>
    <name>NoDevices</name>
    <message>
        <source>No device yet</source>
        <translation>Aucun appareil pour l’instant</translation>
    </message>
    <message>
        <source>Devices that you enrol with your organisation appear here. It can take a few minutes.</source>
        <translation>Les appareils que vous inscrivez auprès de votre organisation apparaissent ici. Cela peut prendre quelques minutes.</translation>
    </message>
    <message>
        <source>Your devices could not be read</source>
        <translation>Vos appareils n’ont pas pu être lus</translation>
    </message>
    <message>
        <source>Nothing was changed. Check your connection, then try again.</source>
        <translation>Rien n’a été modifié. Vérifiez votre connexion, puis réessayez.</translation>
    </message>
    <message>
        <source>No device matches</source>
        <translation>Aucun appareil ne correspond</translation>
    </message>
    <message>
        <source>No device matches “{words}”</source>
        <translation>Aucun appareil ne correspond à «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>Search for a name, a model, a system or a serial number.</source>
        <translation>Cherchez un nom, un modèle, un système ou un numéro de série.</translation>
    </message>
    <message>
        <source>How to enrol a device</source>
        <translation>Comment inscrire un appareil</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Show all devices</source>
        <translation>Afficher tous les appareils</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again, or ask IT support.</source>
        <translation>Rien n’a été modifié. Réessayez, ou adressez-vous au support informatique.</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>A filter is set. It may be what hides the device.</source>
        <translation>Un filtre est actif. C’est peut-être lui qui cache l’appareil.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>A phone, a tablet or a Mac</source>
        <translation>Un téléphone, une tablette ou un Mac</translation>
    </message>
    <message>
        <source>Install the Company Portal app on it and sign in there.</source>
        <translation>Installez-y l’application Portail d’entreprise et connectez-vous.</translation>
    </message>
    <message>
        <source>A Windows computer</source>
        <translation>Un ordinateur Windows</translation>
    </message>
    <message>
        <source>Open Settings › Accounts › Access work or school and choose Connect.</source>
        <translation>Ouvrez Paramètres › Comptes › Accès Professionnel ou Scolaire, puis choisissez Se connecter.</translation>
    </message>
</context>
<context>
    <name>NotConnectedWindow</name>
    <message>
        <source>Company Portal</source>
        <translation>Portail d’entreprise</translation>
    </message>
    <message>
        <source>Look round in the demo</source>
        <translation>Découvrir la démo</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Connect an organisation</source>
        <translation>Connecter une organisation</translation>
    </message>
    <message>
        <source>No organisation is set up yet</source>
        <translation>Aucune organisation n’est encore configurée</translation>
    </message>
    <message>
        <source>This program does not know yet where to sign you in.</source>
        <translation>Ce programme ne sait pas encore où vous connecter.</translation>
    </message>
    <message>
        <source>IT support can tell you what to set: “{key}” is missing in {file}.</source>
        <translation>Le support informatique peut vous indiquer quoi régler&#xa0;: «&#xa0;{key}&#xa0;» manque dans {file}.</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>The device is now called “{name}”.</source>
        <translation>L’appareil s’appelle maintenant «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>It may take a while until it shows this.</source>
        <translation>Il peut mettre un moment à l’afficher.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Votre session est fermée.</translation>
    </message>
    <message>
        <source>Your sign-in, your device list and your notifications left this computer.</source>
        <translation>Votre connexion, la liste de vos appareils et vos notifications ont quitté cet ordinateur.</translation>
    </message>
    <message>
        <source>The link leads to none of your devices.</source>
        <translation>Le lien ne mène à aucun de vos appareils.</translation>
    </message>
    <message>
        <source>The device may belong to somebody else, or it was removed.</source>
        <translation>L’appareil est peut-être à quelqu’un d’autre, ou il a été supprimé.</translation>
    </message>
    <message>
        <source>This link cannot be opened.</source>
        <translation>Ce lien ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>It leads to no page of this program. Nothing was changed.</source>
        <translation>Il ne mène à aucune page de ce programme. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The start with the computer was not changed.</source>
        <translation>Le démarrage avec l’ordinateur n’a pas été modifié.</translation>
    </message>
    <message>
        <source>This computer does not allow it. IT support can help.</source>
        <translation>Cet ordinateur ne le permet pas. Le support informatique peut vous aider.</translation>
    </message>
</context>
<context>
    <name>NotificationPanel</name>
    <message>
        <source>New</source>
        <translation>Nouvelles</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus anciennes</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Nothing yet. The results of your requests appear here.</source>
        <translation>Rien pour l’instant. Les résultats de vos demandes apparaissent ici.</translation>
    </message>
    <message>
        <source>Emptied when you sign out</source>
        <translation>Vidées à la déconnexion</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
</context>
<context>
    <name>NotificationRow</name>
    <message>
        <source>unread</source>
        <translation>non lue</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>{device}: {news}</source>
        <translation>{device}&#xa0;: {news}</translation>
    </message>
    <message>
        <source>Open Company Portal to see the result.</source>
        <translation>Ouvrez le Portail d’entreprise pour voir le résultat.</translation>
    </message>
    <message>
        <source>Demo: {title}</source>
        <translation>Démo&#xa0;: {title}</translation>
    </message>
    <message>
        <source>The device has answered.</source>
        <translation>L’appareil a répondu.</translation>
    </message>
    <message>
        <source>The device reported an error. Try again, or ask IT support.</source>
        <translation>L’appareil a signalé une erreur. Réessayez, ou demandez au support informatique.</translation>
    </message>
    <message>
        <source>The device does not allow it. Nothing was changed.</source>
        <translation>L’appareil ne le permet pas. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>We do not know whether it worked. Look at the device.</source>
        <translation>Nous ne savons pas si cela a fonctionné. Regardez l’appareil.</translation>
    </message>
    <message>
        <source>The device reported an error. The old passcode still holds.</source>
        <translation>L’appareil a signalé une erreur. L’ancien code d’accès reste valable.</translation>
    </message>
    <message>
        <source>The device does not allow it. The old passcode still holds.</source>
        <translation>L’appareil ne le permet pas. L’ancien code d’accès reste valable.</translation>
    </message>
    <message>
        <source>Try your old passcode on the device.</source>
        <translation>Essayez votre ancien code d’accès sur l’appareil.</translation>
    </message>
    <message>
        <source>Open the device to see the result.</source>
        <translation>Ouvrez l’appareil pour voir le résultat.</translation>
    </message>
    <message>
        <source>Set a new passcode right away.</source>
        <translation>Choisissez tout de suite un nouveau code.</translation>
    </message>
</context>
<context>
    <name>OutOfServicePage</name>
    <message>
        <source>This station is out of service</source>
        <translation>Cette borne est hors service</translation>
    </message>
    <message>
        <source>Since: {time} · Reason: {code}</source>
        <translation>Depuis&#xa0;: {time} · Motif&#xa0;: {code}</translation>
    </message>
    <message>
        <source>It is not set up as it should be.</source>
        <translation>Elle n’est pas configurée comme il faut.</translation>
    </message>
    <message>
        <source>It could not clear away what a visit leaves behind.</source>
        <translation>Elle n’a pas pu effacer ce qu’une visite laisse derrière elle.</translation>
    </message>
    <message>
        <source>It has no room left to work.</source>
        <translation>Elle n’a plus assez d’espace pour fonctionner.</translation>
    </message>
    <message>
        <source>Its clock is wrong.</source>
        <translation>Son horloge n’est pas à l’heure.</translation>
    </message>
    <message>
        <source>The sign-in cannot be reached from here.</source>
        <translation>La page de connexion ne peut pas être jointe d’ici.</translation>
    </message>
    <message>
        <source>The browser for the sign-in cannot be used.</source>
        <translation>Le navigateur prévu pour la connexion est inutilisable.</translation>
    </message>
    <message>
        <source>The program does not start.</source>
        <translation>Le programme ne démarre pas.</translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message>
        <source>There is no recovery key</source>
        <translation>Il n’y a pas de clé de récupération</translation>
    </message>
    <message>
        <source>Your organisation keeps no key of this computer.</source>
        <translation>Votre organisation ne garde aucune clé de cet ordinateur.</translation>
    </message>
    <message>
        <source>Its disk may not be encrypted, or its key was never stored.</source>
        <translation>Son disque n’est peut-être pas chiffré, ou sa clé n’a jamais été enregistrée.</translation>
    </message>
    <message>
        <source>IT support can look for it elsewhere.</source>
        <translation>Le support informatique peut la chercher ailleurs.</translation>
    </message>
    <message>
        <source>It locks as soon as it is online.</source>
        <translation>Il se verrouille dès qu’il est en ligne.</translation>
    </message>
    <message>
        <source>It reports as soon as it is online.</source>
        <translation>Il donne son état dès qu’il est en ligne.</translation>
    </message>
    <message>
        <source>It takes its new name as soon as it is online.</source>
        <translation>Il prend son nouveau nom dès qu’il est en ligne.</translation>
    </message>
    <message>
        <source>Company data leaves it as soon as it is online.</source>
        <translation>Les données d’entreprise en disparaissent dès qu’il est en ligne.</translation>
    </message>
    <message>
        <source>It is erased as soon as it is online.</source>
        <translation>Il est effacé dès qu’il est en ligne.</translation>
    </message>
    <message>
        <source>It restarts as soon as it is online.</source>
        <translation>Il redémarre dès qu’il est en ligne.</translation>
    </message>
    <message>
        <source>It tells its place as soon as it is online.</source>
        <translation>Il donne sa position dès qu’il est en ligne.</translation>
    </message>
    <message>
        <source>It answers as soon as it is online.</source>
        <translation>Il répond dès qu’il est en ligne.</translation>
    </message>
    <message>
        <source>Waiting for {device}</source>
        <translation>En attente de «&#xa0;{device}&#xa0;»</translation>
    </message>
    <message>
        <source>It answers fastest when it is on, online and charging.</source>
        <translation>Il répond plus vite s’il est allumé, en ligne et en charge.</translation>
    </message>
    <message>
        <source>You may leave this page. The result is kept behind the bell.</source>
        <translation>Vous pouvez quitter cette page. Le résultat est gardé derrière la cloche.</translation>
    </message>
    <message>
        <source>The device is locked</source>
        <translation>L’appareil est verrouillé</translation>
    </message>
    <message>
        <source>It opens with its passcode.</source>
        <translation>Il s’ouvre avec son code d’accès.</translation>
    </message>
    <message>
        <source>Is it lost? Tell IT support.</source>
        <translation>L’avez-vous perdu&#x202f;? Prévenez le support informatique.</translation>
    </message>
    <message>
        <source>The status is up to date</source>
        <translation>L’état est à jour</translation>
    </message>
    <message>
        <source>The device has told your organisation how it is.</source>
        <translation>L’appareil a donné son état à votre organisation.</translation>
    </message>
    <message>
        <source>The device has a new name</source>
        <translation>L’appareil a un nouveau nom</translation>
    </message>
    <message>
        <source>It may take a while until it is shown everywhere.</source>
        <translation>Il peut mettre du temps à s’afficher partout.</translation>
    </message>
    <message>
        <source>The device was restarted</source>
        <translation>L’appareil a redémarré</translation>
    </message>
    <message>
        <source>It may take a minute until it is ready.</source>
        <translation>Il lui faut peut-être une minute avant d’être prêt.</translation>
    </message>
    <message>
        <source>To use it for work again, you set it up anew.</source>
        <translation>Pour un nouvel usage professionnel, il faut le configurer à nouveau.</translation>
    </message>
    <message>
        <source>The device was removed</source>
        <translation>L’appareil a été supprimé</translation>
    </message>
    <message>
        <source>Company data has left it, and it leaves your list.</source>
        <translation>Les données d’entreprise en ont disparu, et il quitte votre liste.</translation>
    </message>
    <message>
        <source>The factory reset was done</source>
        <translation>Les paramètres d’usine ont été rétablis</translation>
    </message>
    <message>
        <source>The device starts as if it were new.</source>
        <translation>L’appareil démarre comme s’il était neuf.</translation>
    </message>
    <message>
        <source>The device was found</source>
        <translation>L’appareil a été localisé</translation>
    </message>
    <message>
        <source>It has told where it is. Whoever holds it knows.</source>
        <translation>Il a donné sa position. La personne qui le tient le sait.</translation>
    </message>
    <message>
        <source>Was it stolen? Do not fetch it yourself, tell the police.</source>
        <translation>Est-il volé&#x202f;? N’allez pas le chercher vous-même, prévenez la police.</translation>
    </message>
    <message>
        <source>The recovery key is here</source>
        <translation>La clé de récupération est là</translation>
    </message>
    <message>
        <source>Show it to nobody.</source>
        <translation>Ne la montrez à personne.</translation>
    </message>
    <message>
        <source>It is hidden after five minutes.</source>
        <translation>Elle est masquée après cinq minutes.</translation>
    </message>
    <message>
        <source>Type it where the computer asks for it.</source>
        <translation>Saisissez-la là où l’ordinateur la demande.</translation>
    </message>
    <message>
        <source>The passcode was reset</source>
        <translation>Le code d’accès a été réinitialisé</translation>
    </message>
    <message>
        <source>The device has answered.</source>
        <translation>L’appareil a répondu.</translation>
    </message>
    <message>
        <source>The Mac is locked</source>
        <translation>Le Mac est verrouillé</translation>
    </message>
    <message>
        <source>It opens only with this PIN.</source>
        <translation>Il ne s’ouvre qu’avec ce code PIN.</translation>
    </message>
    <message>
        <source>Write the PIN down: without it the Mac stays locked.</source>
        <translation>Notez le code PIN&#xa0;: sans lui, le Mac reste verrouillé.</translation>
    </message>
    <message>
        <source>A second lock is refused until this PIN was used.</source>
        <translation>Un second verrouillage est refusé tant que ce code PIN n’a pas servi.</translation>
    </message>
    <message>
        <source>A Mac refuses a second lock until the PIN of the first was used.</source>
        <translation>Un Mac refuse un second verrouillage tant que le code PIN du premier n’a pas servi.</translation>
    </message>
    <message>
        <source>It was not removed.</source>
        <translation>Il n’a pas été supprimé.</translation>
    </message>
    <message>
        <source>It was not set back to factory settings.</source>
        <translation>Ses paramètres d’usine n’ont pas été rétablis.</translation>
    </message>
    <message>
        <source>Try another name: letters, digits and hyphens.</source>
        <translation>Essayez un autre nom&#xa0;: lettres, chiffres et traits d’union.</translation>
    </message>
    <message>
        <source>Location may be switched off on it. Try again later.</source>
        <translation>Sa localisation est peut-être désactivée. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>Try again with the device switched on and online.</source>
        <translation>Réessayez avec l’appareil allumé et en ligne.</translation>
    </message>
    <message>
        <source>The device could not do it</source>
        <translation>L’appareil n’a pas pu le faire</translation>
    </message>
    <message>
        <source>The device answered that it failed.</source>
        <translation>L’appareil a répondu que cela a échoué.</translation>
    </message>
    <message>
        <source>It answered that it does not offer this.</source>
        <translation>Il a répondu qu’il ne le propose pas.</translation>
    </message>
    <message>
        <source>Your organisation has to allow that the device is located.</source>
        <translation>Votre organisation doit permettre la localisation de l’appareil.</translation>
    </message>
    <message>
        <source>A computer with a name from your organisation’s network keeps it.</source>
        <translation>Un ordinateur qui tient son nom du réseau de votre organisation le garde.</translation>
    </message>
    <message>
        <source>This device does not support it</source>
        <translation>Cet appareil ne le permet pas</translation>
    </message>
    <message>
        <source>IT support can see what else can be done.</source>
        <translation>Le support informatique peut voir ce qui est encore possible.</translation>
    </message>
    <message>
        <source>Nothing was sent to the device</source>
        <translation>Rien n’a été envoyé à l’appareil</translation>
    </message>
    <message>
        <source>Start again when you like.</source>
        <translation>Recommencez quand vous le souhaitez.</translation>
    </message>
    <message>
        <source>The request is not sent a second time.</source>
        <translation>La demande n’est pas envoyée une seconde fois.</translation>
    </message>
    <message>
        <source>We do not know yet whether it worked</source>
        <translation>Nous ne savons pas encore si cela a fonctionné</translation>
    </message>
    <message>
        <source>We could not find out whether it worked</source>
        <translation>Nous n’avons pas pu savoir si cela a fonctionné</translation>
    </message>
    <message>
        <source>The connection broke after the request had left.</source>
        <translation>La connexion s’est coupée après l’envoi de la demande.</translation>
    </message>
    <message>
        <source>IT support can see what became of the request.</source>
        <translation>Le support informatique peut voir ce que la demande est devenue.</translation>
    </message>
    <message>
        <source>It was not locked.</source>
        <translation>Il n’a pas été verrouillé.</translation>
    </message>
    <message>
        <source>Its status is the one from before.</source>
        <translation>Son état est celui d’avant.</translation>
    </message>
    <message>
        <source>Its name is the same as before.</source>
        <translation>Son nom est le même qu’avant.</translation>
    </message>
    <message>
        <source>It was not restarted.</source>
        <translation>Il n’a pas redémarré.</translation>
    </message>
    <message>
        <source>The device was not located.</source>
        <translation>L’appareil n’a pas été localisé.</translation>
    </message>
    <message>
        <source>No key was shown.</source>
        <translation>Aucune clé n’a été affichée.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Look at the device: is it locked?</source>
        <translation>Regardez l’appareil&#xa0;: est-il verrouillé&#x202f;?</translation>
    </message>
    <message>
        <source>Look when the device last reported.</source>
        <translation>Regardez quand l’appareil a donné son état pour la dernière fois.</translation>
    </message>
    <message>
        <source>Look at its name in the list in a while.</source>
        <translation>Regardez son nom dans la liste dans un moment.</translation>
    </message>
    <message>
        <source>If it leaves your list, it was removed.</source>
        <translation>S’il quitte votre liste, il a été supprimé.</translation>
    </message>
    <message>
        <source>If it starts as if it were new, it was erased.</source>
        <translation>S’il démarre comme s’il était neuf, il a été effacé.</translation>
    </message>
    <message>
        <source>Look at the device: has it restarted?</source>
        <translation>Regardez l’appareil&#xa0;: a-t-il redémarré&#x202f;?</translation>
    </message>
    <message>
        <source>Nothing on the device has changed.</source>
        <translation>Rien n’a changé sur l’appareil.</translation>
    </message>
    <message>
        <source>Nothing on the computer has changed.</source>
        <translation>Rien n’a changé sur l’ordinateur.</translation>
    </message>
    <message>
        <source>Look at the device.</source>
        <translation>Regardez l’appareil.</translation>
    </message>
</context>
<context>
    <name>PendingCard</name>
    <message>
        <source>The device has not answered yet</source>
        <translation>L’appareil n’a pas encore répondu</translation>
    </message>
    <message>
        <source>Copy details for IT support</source>
        <translation>Copier les détails pour le support</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>{action} · requested {when}, {span} ago</source>
        <translation>{action} · demande envoyée {when}, il y a {span}</translation>
    </message>
    <message>
        <source>Last contact of the device: {when}</source>
        <translation>Dernier contact de l’appareil&#xa0;: {when}</translation>
    </message>
    <message>
        <source>Switch it on and charge it.</source>
        <translation>Allumez-le et chargez-le.</translation>
    </message>
    <message>
        <source>Connect it: Wi-Fi or mobile data, no airplane mode.</source>
        <translation>Connectez-le&#xa0;: Wi-Fi ou données mobiles, sans mode avion.</translation>
    </message>
    <message>
        <source>Open Company Portal on it, if it can be unlocked. That wakes the connection.</source>
        <translation>S’il peut être déverrouillé, ouvrez-y le Portail d’entreprise. Cela réveille la connexion.</translation>
    </message>
    <message>
        <source>Details copied</source>
        <translation>Détails copiés</translation>
    </message>
</context>
<context>
    <name>PersonButton</name>
    <message>
        <source>Account: {name}</source>
        <translation>Compte&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>PinRow</name>
    <message>
        <source>Type a PIN of six digits first.</source>
        <translation>Saisissez d’abord un code PIN à six chiffres.</translation>
    </message>
    <message>
        <source>PIN to unlock it after the reset</source>
        <translation>Code PIN pour le déverrouiller ensuite</translation>
    </message>
    <message>
        <source>Six digits. Write them down: without them the Mac stays locked. A Mac with Apple silicon does not ask for them.</source>
        <translation>Six chiffres. Notez-les&#xa0;: sans eux, le Mac reste verrouillé. Un Mac avec une puce Apple ne les demande pas.</translation>
    </message>
</context>
<context>
    <name>ProtectedBefore</name>
    <message>
        <source>Before you start</source>
        <translation>Avant de commencer</translation>
    </message>
    <message>
        <source>Three steps</source>
        <translation>Trois étapes</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Déconnexion</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Not available while you are offline.</source>
        <translation>Indisponible hors ligne.</translation>
    </message>
</context>
<context>
    <name>ProtectedConfirm</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{action}…</source>
        <translation>{action}…</translation>
    </message>
    <message>
        <source>You are signed in again as {person}.</source>
        <translation>Nouvelle connexion réussie&#xa0;: {person}.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>ProtectedEnded</name>
    <message>
        <source>Sign in in the window below.</source>
        <translation>Connectez-vous dans la fenêtre ci‑dessous.</translation>
    </message>
    <message>
        <source>Continue in your browser.</source>
        <translation>Continuez dans votre navigateur.</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened. Then this window comes back.</source>
        <translation>Connectez-vous sur la page qui s’est ouverte. Cette fenêtre reviendra ensuite.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Votre session est fermée.</translation>
    </message>
    <message>
        <source>Sign in to see your devices again.</source>
        <translation>Connectez-vous pour revoir vos appareils.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir la page</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Back to devices</source>
        <translation>Retour aux appareils</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>ProtectedFailed</name>
    <message>
        <source>Back to devices</source>
        <translation>Retour aux appareils</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>ProtectedSending</name>
    <message>
        <source>Sending the request</source>
        <translation>Envoi de la demande</translation>
    </message>
    <message>
        <source>{device} is read once more, then the request leaves. It is sent once.</source>
        <translation>L’état de «&#xa0;{device}&#xa0;» est relu une dernière fois, puis la demande part. Elle n’est envoyée qu’une fois.</translation>
    </message>
</context>
<context>
    <name>ProtectedSignIn</name>
    <message>
        <source>Open again</source>
        <translation>Rouvrir la page</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>You are signed out. Nothing has changed on {device}.</source>
        <translation>Votre session est fermée. Rien n’a changé sur «&#xa0;{device}&#xa0;».</translation>
    </message>
    <message>
        <source>This window comes back to the front as soon as you have signed in.</source>
        <translation>Cette fenêtre reviendra au premier plan après votre connexion.</translation>
    </message>
    <message>
        <source>Signing you out</source>
        <translation>Déconnexion en cours</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Cela prend un instant.</translation>
    </message>
    <message>
        <source>Checking your sign-in</source>
        <translation>Vérification de votre connexion</translation>
    </message>
    <message>
        <source>The sign-in is done. It must be this account:</source>
        <translation>La connexion est faite. Ce doit être ce compte&#xa0;:</translation>
    </message>
    <message>
        <source>You are back from the browser. It must be this account:</source>
        <translation>Vous êtes de retour du navigateur. Ce doit être ce compte&#xa0;:</translation>
    </message>
    <message>
        <source>Sign in again in the window below</source>
        <translation>Reconnectez-vous dans la fenêtre ci‑dessous</translation>
    </message>
    <message>
        <source>Sign in again in your browser</source>
        <translation>Reconnectez-vous dans votre navigateur</translation>
    </message>
    <message>
        <source>The sign-in page of {organisation} is open. Use the same account:</source>
        <translation>La page de connexion de {organisation} est ouverte. Utilisez le même compte&#xa0;:</translation>
    </message>
    <message>
        <source>The sign-in page is open. Use the same account:</source>
        <translation>La page de connexion est ouverte. Utilisez le même compte&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ProtectedUnknown</name>
    <message>
        <source>We do not know yet whether it worked</source>
        <translation>Nous ne savons pas encore si cela a fonctionné</translation>
    </message>
    <message>
        <source>The connection broke after the request had left, {when}.</source>
        <translation>La connexion a été coupée après l’envoi de la demande, {when}.</translation>
    </message>
    <message>
        <source>The request is not sent a second time.</source>
        <translation>La demande n’est pas envoyée une seconde fois.</translation>
    </message>
    <message>
        <source>Still unsure after ten minutes?</source>
        <translation>Toujours un doute après dix minutes&#x202f;?</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Back to devices</source>
        <translation>Retour aux appareils</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>We no longer look by ourselves. Press Check now.</source>
        <translation>La vérification automatique est terminée. Appuyez sur Vérifier maintenant.</translation>
    </message>
    <message>
        <source>We are looking now.</source>
        <translation>Vérification en cours.</translation>
    </message>
    <message numerus="yes">
        <source>We keep looking. Next look after %n second(s).</source>
        <translation>
            <numerusform>Nous continuons à vérifier. Prochaine fois dans %n seconde.</numerusform>
            <numerusform>Nous continuons à vérifier. Prochaine fois dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>IT support can see the result: {phone}.</source>
        <translation>Le support informatique voit le résultat&#xa0;: {phone}.</translation>
    </message>
    <message>
        <source>IT support can see the result.</source>
        <translation>Le support informatique voit le résultat.</translation>
    </message>
</context>
<context>
    <name>ProtectedWaiting</name>
    <message>
        <source>Waiting for {device}</source>
        <translation>En attente de «&#xa0;{device}&#xa0;»</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Back to devices</source>
        <translation>Retour aux appareils</translation>
    </message>
    <message>
        <source>Requested {asked}</source>
        <translation>Demandée {asked}</translation>
    </message>
    <message>
        <source>Requested {asked} · last checked {checked}</source>
        <translation>Demandée {asked} · dernière vérification {checked}</translation>
    </message>
    <message>
        <source>We no longer look by ourselves. Press Check now.</source>
        <translation>La vérification automatique est terminée. Appuyez sur Vérifier maintenant.</translation>
    </message>
    <message>
        <source>Looking now</source>
        <translation>Vérification en cours</translation>
    </message>
    <message numerus="yes">
        <source>Next look after %n second(s)</source>
        <translation>
            <numerusform>Prochaine vérification dans %n seconde</numerusform>
            <numerusform>Prochaine vérification dans %n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublicErrorWords</name>
    <message>
        <source>The sign-in was not finished in time.</source>
        <translation>La connexion n’a pas été terminée à temps.</translation>
    </message>
    <message>
        <source>Nothing was changed. Sign in again and finish on the page that opens.</source>
        <translation>Rien n’a été modifié. Reconnectez-vous et terminez sur la page qui s’ouvre.</translation>
    </message>
    <message>
        <source>The sign-in page’s answer could not reach this program.</source>
        <translation>La réponse de la page de connexion n’a pas pu atteindre ce programme.</translation>
    </message>
    <message>
        <source>Nothing was changed. IT support can find out why.</source>
        <translation>Rien n’a été modifié. Le support informatique peut chercher pourquoi.</translation>
    </message>
    <message>
        <source>You could not be signed out completely.</source>
        <translation>La déconnexion n’est pas complète.</translation>
    </message>
    <message>
        <source>End the session: then nothing of it stays here.</source>
        <translation>Terminez la session&#xa0;: il n’en reste alors rien ici.</translation>
    </message>
    <message>
        <source>The sign-in page did not ask for your password.</source>
        <translation>La page de connexion n’a pas demandé votre mot de passe.</translation>
    </message>
    <message>
        <source>Nothing was changed. Sign in again and type your password.</source>
        <translation>Rien n’a été modifié. Reconnectez-vous et tapez votre mot de passe.</translation>
    </message>
    <message>
        <source>The service cannot be reached from here.</source>
        <translation>Le service est injoignable d’ici.</translation>
    </message>
    <message>
        <source>Nothing was sent. Try again, or ask IT support.</source>
        <translation>Rien n’a été envoyé. Réessayez, ou adressez-vous au support informatique.</translation>
    </message>
    <message>
        <source>The service’s certificate is not valid at this station’s time.</source>
        <translation>Le certificat du service n’est pas valable à l’heure de cette borne.</translation>
    </message>
    <message>
        <source>Nothing was sent. IT support can look at the clock.</source>
        <translation>Rien n’a été envoyé. Le support informatique peut vérifier l’horloge.</translation>
    </message>
    <message>
        <source>This station’s network asks for a sign-in of its own.</source>
        <translation>Le réseau de cette borne demande une connexion qui lui est propre.</translation>
    </message>
    <message>
        <source>Nothing was changed. IT support can connect the station again.</source>
        <translation>Rien n’a été modifié. Le support informatique peut reconnecter la borne.</translation>
    </message>
    <message>
        <source>This station cannot write down what it sends, so nothing was sent.</source>
        <translation>Cette borne ne peut pas noter ce qu’elle envoie, rien n’a donc été envoyé.</translation>
    </message>
    <message>
        <source>IT support can do it for you.</source>
        <translation>Le support informatique peut le faire pour vous.</translation>
    </message>
    <message>
        <source>This station is not set up as it should be.</source>
        <translation>Cette borne n’est pas configurée comme il faut.</translation>
    </message>
    <message>
        <source>IT support can help you in another way.</source>
        <translation>Le support informatique peut vous aider autrement.</translation>
    </message>
    <message>
        <source>This station’s clock is wrong.</source>
        <translation>L’horloge de cette borne n’est pas à l’heure.</translation>
    </message>
    <message>
        <source>Signing in still works, but times shown here are wrong.</source>
        <translation>La connexion fonctionne, mais les heures affichées ici sont fausses.</translation>
    </message>
    <message>
        <source>This program made a mistake.</source>
        <translation>Ce programme a commis une erreur.</translation>
    </message>
    <message>
        <source>Tell IT support what you wanted to do.</source>
        <translation>Dites au support informatique ce que vous vouliez faire.</translation>
    </message>
</context>
<context>
    <name>PublicReveal</name>
    <message>
        <source>Can you see the screen alone?</source>
        <translation>L’écran n’est visible que par vous&#x202f;?</translation>
    </message>
    <message>
        <source>Hold to show</source>
        <translation>Maintenir pour afficher</translation>
    </message>
    <message>
        <source>Hide ({time})</source>
        <translation>Masquer ({time})</translation>
    </message>
    <message numerus="yes">
        <source>Show for %n second(s)</source>
        <translation>
            <numerusform>Afficher %n seconde</numerusform>
            <numerusform>Afficher %n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code that leads to {host}</source>
        <translation>Code QR qui mène à {host}</translation>
    </message>
</context>
<context>
    <name>QrSheet</name>
    <message>
        <source>Open it on your own phone</source>
        <translation>À ouvrir sur votre propre téléphone</translation>
    </message>
    <message>
        <source>Point its camera at the code, or type the address.</source>
        <translation>Visez le code avec l’appareil photo, ou saisissez l’adresse.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>QuitQuestion</name>
    <message>
        <source>A request is being sent</source>
        <translation>Une demande est en cours d’envoi</translation>
    </message>
    <message>
        <source>If you quit now, its outcome is unknown until the next start.</source>
        <translation>Si vous quittez maintenant, son résultat restera inconnu jusqu’au prochain démarrage.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>Quitter quand même</translation>
    </message>
</context>
<context>
    <name>ReadOnlyCard</name>
    <message>
        <source>You can look at your devices here</source>
        <translation>Vous pouvez consulter vos appareils ici</translation>
    </message>
    <message>
        <source>Your organisation lets this program see your devices, not manage them. So nothing can be reset, locked or removed from here.</source>
        <translation>Votre organisation laisse ce programme voir vos appareils, pas les gérer. Rien ne peut donc être réinitialisé, verrouillé ou retiré d’ici.</translation>
    </message>
    <message>
        <source>IT support can do it for you, or can give you the right to do it.</source>
        <translation>Le support informatique peut le faire pour vous, ou vous en donner le droit.</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Demander à nouveau</translation>
    </message>
    <message>
        <source>Do I have the right now?</source>
        <translation>Ai-je ce droit maintenant&#x202f;?</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>Windows computers have no passcode to reset. Forgot your PIN? Choose “I forgot my PIN” where you sign in to Windows. It may ask for the recovery key.</source>
        <translation>Pas de code d’accès à réinitialiser sous Windows. Code PIN oublié&#x202f;? Choisissez «&#xa0;J’ai oublié mon code PIN&#xa0;» à l’ouverture de session Windows. La clé de récupération peut y être demandée.</translation>
    </message>
    <message>
        <source>Windows 8.1 computers have no passcode to reset. You unlock them with your account’s password.</source>
        <translation>Pas de code d’accès à réinitialiser sous Windows 8.1. L’ordinateur se déverrouille avec le mot de passe de votre compte.</translation>
    </message>
    <message>
        <source>Windows RT tablets have no passcode to reset. You unlock them with your account’s password.</source>
        <translation>Pas de code d’accès à réinitialiser sous Windows RT. La tablette se déverrouille avec le mot de passe de votre compte.</translation>
    </message>
    <message>
        <source>Macs have no passcode to reset. Forgot your password? The recovery key lets you in, and IT support can read it too.</source>
        <translation>Un Mac n’a pas de code d’accès à réinitialiser. Mot de passe oublié&#x202f;? La clé de récupération l’ouvre, et le support informatique peut aussi la lire.</translation>
    </message>
    <message>
        <source>Linux computers have no passcode to reset. IT support can help with the password.</source>
        <translation>Pas de code d’accès à réinitialiser sous Linux. Le support informatique peut vous aider pour le mot de passe.</translation>
    </message>
    <message>
        <source>ChromeOS devices have no passcode to reset. You unlock them with your account’s password.</source>
        <translation>Pas de code d’accès à réinitialiser sous ChromeOS. L’appareil se déverrouille avec le mot de passe de votre compte.</translation>
    </message>
    <message>
        <source>The passcode of an Apple Vision Pro cannot be reset from here. IT support knows what to do.</source>
        <translation>Le code d’accès d’un Apple Vision Pro ne peut pas être réinitialisé d’ici. Le support informatique sait quoi faire.</translation>
    </message>
    <message>
        <source>An Apple TV has no passcode to reset.</source>
        <translation>Une Apple TV n’a pas de code d’accès à réinitialiser.</translation>
    </message>
    <message>
        <source>We do not know what kind of device this is. IT support can look it up.</source>
        <translation>Nous ne savons pas de quel type d’appareil il s’agit. Le support informatique peut le vérifier.</translation>
    </message>
    <message>
        <source>This device was set up for shared use. Only IT support can reset its passcode.</source>
        <translation>Cet appareil est configuré pour un usage partagé. Seul le support informatique peut réinitialiser son code d’accès.</translation>
    </message>
    <message>
        <source>Only the work part of this device is managed, so its passcode is yours alone. Apple explains how to erase and restore it.</source>
        <translation>Seule la partie professionnelle de cet appareil est gérée&#xa0;: son code d’accès n’appartient qu’à vous. Apple explique comment l’effacer et le restaurer.</translation>
    </message>
    <message>
        <source>Android 7 and later no longer allow this the way the device was enrolled. IT support can help to enrol it anew.</source>
        <translation>Depuis Android 7, ce mode d’inscription ne le permet plus. Le support informatique peut vous aider à inscrire l’appareil autrement.</translation>
    </message>
    <message>
        <source>A work profile can be reset from Android 8 on, and this device is older. IT support can help.</source>
        <translation>Un profil professionnel se réinitialise à partir d’Android 8, et cet appareil est plus ancien. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>The version of its system is not known. Switch the device on, let it connect and check again.</source>
        <translation>La version de son système est inconnue. Allumez l’appareil, laissez-le se connecter, puis vérifiez à nouveau.</translation>
    </message>
    <message>
        <source>We do not know how this device was enrolled. IT support can look it up.</source>
        <translation>Nous ne savons pas comment cet appareil a été inscrit. Le support informatique peut le vérifier.</translation>
    </message>
    <message>
        <source>Your organisation does not manage this device yet. Finish setting it up, then check again.</source>
        <translation>Votre organisation ne gère pas encore cet appareil. Terminez sa configuration, puis vérifiez à nouveau.</translation>
    </message>
    <message>
        <source>This device is being removed or set back to factory settings. A reset is no longer possible.</source>
        <translation>Cet appareil est en cours de suppression ou de rétablissement des paramètres d’usine. Une réinitialisation n’est plus possible.</translation>
    </message>
    <message>
        <source>The state of this device is not clear. Check again later, or ask IT support.</source>
        <translation>L’état de cet appareil n’est pas clair. Vérifiez plus tard ou contactez le support informatique.</translation>
    </message>
    <message>
        <source>A reset has already been requested. Wake the device up so that it can answer.</source>
        <translation>Une réinitialisation est déjà demandée. Réveillez l’appareil pour qu’il puisse répondre.</translation>
    </message>
    <message>
        <source>Your organisation does not allow you to do this. IT support can do it for you; check again once that has changed.</source>
        <translation>Votre organisation ne vous le permet pas. Le support informatique peut le faire pour vous&#x202f;; vérifiez de nouveau quand cela aura changé.</translation>
    </message>
    <message>
        <source>Your organisation’s settings on this computer cannot be read, so nothing is reset from here. IT support can mend them.</source>
        <translation>Les paramètres de votre organisation sont illisibles sur cet ordinateur&#xa0;: rien n’est réinitialisé d’ici. Le support informatique peut les réparer.</translation>
    </message>
</context>
<context>
    <name>RecoveryKeys</name>
    <message>
        <source>The key is no longer kept here.</source>
        <translation>La clé n’est plus conservée ici.</translation>
    </message>
    <message>
        <source>Ask for it again, with a new sign-in.</source>
        <translation>Demandez-la de nouveau, avec une nouvelle connexion.</translation>
    </message>
    <message>
        <source>Back to devices</source>
        <translation>Retour aux appareils</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>System disk</source>
        <translation>Disque système</translation>
    </message>
    <message>
        <source>Another disk in the computer</source>
        <translation>Autre disque de l’ordinateur</translation>
    </message>
    <message>
        <source>Removable disk</source>
        <translation>Disque amovible</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>key ID {id}</source>
        <translation>identifiant de clé {id}</translation>
    </message>
    <message>
        <source>made {when}</source>
        <translation>créée {when}</translation>
    </message>
</context>
<context>
    <name>RefusalWords</name>
    <message>
        <source>Windows computers cannot be locked from here. Is it lost? Change your password and tell IT support.</source>
        <translation>Un ordinateur Windows ne se verrouille pas d’ici. L’avez-vous perdu&#x202f;? Changez de mot de passe et prévenez le support informatique.</translation>
    </message>
    <message>
        <source>This is your own computer. You change its name in its settings.</source>
        <translation>Cet ordinateur est à vous. Son nom se change dans ses paramètres.</translation>
    </message>
    <message>
        <source>Macs cannot be set back to factory settings from here. Is it lost? Lock it, then tell IT support.</source>
        <translation>Un Mac ne peut pas retrouver ses paramètres d’usine d’ici. L’avez-vous perdu&#x202f;? Verrouillez-le, puis prévenez le support informatique.</translation>
    </message>
    <message>
        <source>Only the work profile is managed. Remove deletes it, and the rest stays yours.</source>
        <translation>Seul le profil professionnel est géré. Supprimer l’efface, et le reste demeure à vous.</translation>
    </message>
    <message>
        <source>Only the work part of this device is managed. Remove deletes it, and the rest stays yours.</source>
        <translation>Seule la partie professionnelle de cet appareil est gérée. Supprimer l’efface, et le reste demeure à vous.</translation>
    </message>
    <message>
        <source>Macs cannot be located from here. Find My can show where it is.</source>
        <translation>Un Mac ne se localise pas d’ici. Localiser d’Apple peut montrer où il se trouve.</translation>
    </message>
    <message>
        <source>An iPhone or iPad cannot be located from here. Find My can show where it is.</source>
        <translation>Un iPhone ou un iPad ne se localise pas d’ici. Localiser d’Apple peut montrer où il se trouve.</translation>
    </message>
    <message>
        <source>Only the work profile is managed, so the phone cannot be located from here. Google can show where it is.</source>
        <translation>Seul le profil professionnel est géré, le téléphone ne se localise donc pas d’ici. Google peut montrer où il se trouve.</translation>
    </message>
    <message>
        <source>This device cannot be located from here. Google can show where it is.</source>
        <translation>Cet appareil ne se localise pas d’ici. Google peut montrer où il se trouve.</translation>
    </message>
    <message>
        <source>This is your own Mac. Your organisation cannot read its key.</source>
        <translation>Ce Mac est à vous. Votre organisation ne peut pas lire sa clé.</translation>
    </message>
    <message>
        <source>Windows 8.1 is no longer managed. IT support can help.</source>
        <translation>Windows 8.1 n’est plus géré. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>Windows RT is no longer managed. IT support can help.</source>
        <translation>Windows RT n’est plus géré. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>Windows phones cannot do this. IT support can help.</source>
        <translation>Un téléphone Windows ne peut pas le faire. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>An iPhone or iPad has no recovery key. Its passcode protects it.</source>
        <translation>Un iPhone ou un iPad n’a pas de clé de récupération. Son code d’accès le protège.</translation>
    </message>
    <message>
        <source>Android devices have no recovery key. Their screen lock protects them.</source>
        <translation>Un appareil Android n’a pas de clé de récupération. Le verrouillage de son écran le protège.</translation>
    </message>
    <message>
        <source>Linux computers take no requests from here. Open the Intune app on it instead.</source>
        <translation>Un ordinateur Linux ne reçoit pas de demandes d’ici. Ouvrez plutôt l’application Intune sur l’ordinateur.</translation>
    </message>
    <message>
        <source>ChromeOS devices take no requests from here. IT support can help.</source>
        <translation>Un appareil ChromeOS ne reçoit pas de demandes d’ici. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>An Apple Vision Pro takes no requests from here. IT support can help.</source>
        <translation>Un Apple Vision Pro ne reçoit pas de demandes d’ici. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>An Apple TV takes no requests from here. IT support can help.</source>
        <translation>Un Apple TV ne reçoit pas de demandes d’ici. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>This device was set up for shared use. Only IT support can do this.</source>
        <translation>Cet appareil est configuré pour un usage partagé. Seul le support informatique peut le faire.</translation>
    </message>
    <message>
        <source>Only the work part of this device is managed. You can do this on the device itself.</source>
        <translation>Seule la partie professionnelle de cet appareil est gérée. Vous pouvez le faire sur l’appareil lui-même.</translation>
    </message>
    <message>
        <source>Your organisation set this device up. Only IT support can remove or erase it.</source>
        <translation>Votre organisation a configuré cet appareil. Seul le support informatique peut le supprimer ou l’effacer.</translation>
    </message>
    <message>
        <source>Apple allows this only where an organisation set the device up. You can do it on the device itself.</source>
        <translation>Apple ne le permet que si une organisation a configuré l’appareil. Vous pouvez le faire sur l’appareil lui-même.</translation>
    </message>
    <message>
        <source>You open this computer with your work account, which would stop working on it. Only IT support can remove it.</source>
        <translation>Vous ouvrez cet ordinateur avec votre compte professionnel, qui n’y fonctionnerait plus. Seul le support informatique peut le supprimer.</translation>
    </message>
    <message>
        <source>This computer may have its name from your organisation’s network. IT support can rename it.</source>
        <translation>Le nom de cet ordinateur vient peut-être du réseau de votre organisation. Le support informatique peut le renommer.</translation>
    </message>
    <message>
        <source>This device is your organisation’s. Only IT support can remove or erase it.</source>
        <translation>Cet appareil est à votre organisation. Seul le support informatique peut le supprimer ou l’effacer.</translation>
    </message>
    <message>
        <source>Only the work profile is managed. You can do this on the device itself.</source>
        <translation>Seul le profil professionnel est géré. Vous pouvez le faire sur l’appareil lui-même.</translation>
    </message>
    <message>
        <source>Devices of this kind cannot do this. IT support can help.</source>
        <translation>Les appareils de ce genre ne peuvent pas le faire. Le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>Android cannot do this the way the device was enrolled. You can do it on the device itself.</source>
        <translation>Android ne le permet pas avec cette façon d’inscrire l’appareil. Vous pouvez le faire sur l’appareil lui-même.</translation>
    </message>
    <message>
        <source>This computer is not in your organisation’s directory, so its key is not found. IT support can look for it.</source>
        <translation>Cet ordinateur n’est pas dans l’annuaire de votre organisation, sa clé est donc introuvable. Le support informatique peut la chercher.</translation>
    </message>
    <message>
        <source>This device is your organisation’s. Only IT support can remove it.</source>
        <translation>Cet appareil est à votre organisation. Seul le support informatique peut le supprimer.</translation>
    </message>
    <message>
        <source>This is your own device. Only you can do this, on the device itself.</source>
        <translation>Cet appareil est à vous. Cela se fait sur l’appareil lui-même.</translation>
    </message>
    <message>
        <source>We do not know whether this device is yours or your organisation’s. IT support can look it up.</source>
        <translation>Nous ne savons pas si cet appareil est à vous ou à votre organisation. Le support informatique peut le vérifier.</translation>
    </message>
    <message>
        <source>This device is being removed or set back to factory settings. Nothing else can be asked of it.</source>
        <translation>Cet appareil est en cours de suppression ou de retour aux paramètres d’usine. Rien d’autre ne peut lui être demandé.</translation>
    </message>
    <message>
        <source>This has already been requested. Wake the device up so that it can answer.</source>
        <translation>La demande a déjà été faite. Réveillez l’appareil pour qu’il puisse répondre.</translation>
    </message>
    <message>
        <source>Your organisation has switched this off for such devices. IT support can do it for you.</source>
        <translation>Votre organisation ne le propose pas pour de tels appareils. Le support informatique peut le faire pour vous.</translation>
    </message>
    <message>
        <source>Your organisation does not use this.</source>
        <translation>Votre organisation ne l’utilise pas.</translation>
    </message>
    <message>
        <source>Your organisation lets this program see your devices, not manage them. IT support can do it for you.</source>
        <translation>Votre organisation laisse ce programme voir vos appareils, pas les gérer. Le support informatique peut le faire pour vous.</translation>
    </message>
    <message>
        <source>Your organisation’s settings on this computer cannot be read, so devices get no requests from here. IT support can mend them.</source>
        <translation>Les paramètres de votre organisation sont illisibles sur cet ordinateur, les appareils ne reçoivent donc rien d’ici. Le support informatique peut les réparer.</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <source>See the result</source>
        <translation>Voir le résultat</translation>
    </message>
    <message>
        <source>It ended {when}.</source>
        <translation>Terminé {when}.</translation>
    </message>
    <message>
        <source>It was requested {when}.</source>
        <translation>Demandé {when}.</translation>
    </message>
    <message>
        <source>The passcode was reset.</source>
        <translation>Le code d’accès a été réinitialisé.</translation>
    </message>
    <message>
        <source>{action}: done.</source>
        <translation>{action}&#xa0;: terminé.</translation>
    </message>
    <message>
        <source>The reset did not work.</source>
        <translation>La réinitialisation n’a pas fonctionné.</translation>
    </message>
    <message>
        <source>{action}: it did not work.</source>
        <translation>{action}&#xa0;: cela n’a pas fonctionné.</translation>
    </message>
    <message>
        <source>We do not know yet whether the reset worked.</source>
        <translation>Nous ne savons pas encore si la réinitialisation a fonctionné.</translation>
    </message>
    <message>
        <source>{action}: we do not know yet whether it worked.</source>
        <translation>{action}&#xa0;: nous ne savons pas encore si cela a fonctionné.</translation>
    </message>
    <message>
        <source>A reset is waiting for this device.</source>
        <translation>Une réinitialisation attend cet appareil.</translation>
    </message>
    <message>
        <source>{action}: waiting for this device.</source>
        <translation>{action}&#xa0;: en attente de cet appareil.</translation>
    </message>
</context>
<context>
    <name>ResetPasscode</name>
    <message>
        <source>The passcode is no longer kept here.</source>
        <translation>Le code d’accès n’est plus conservé ici.</translation>
    </message>
    <message>
        <source>Reset it again to get another one, or ask IT support.</source>
        <translation>Réinitialisez-le pour en obtenir un autre, ou contactez le support informatique.</translation>
    </message>
    <message>
        <source>Back to devices</source>
        <translation>Retour aux appareils</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>Done {when} on {device}</source>
        <translation>Terminé {when} sur «&#xa0;{device}&#xa0;»</translation>
    </message>
    <message>
        <source>The passcode was reset</source>
        <translation>Le code d’accès a été réinitialisé</translation>
    </message>
    <message>
        <source>Made {when} for {device}</source>
        <translation>Créé {when} pour «&#xa0;{device}&#xa0;»</translation>
    </message>
    <message>
        <source>Your temporary passcode is ready</source>
        <translation>Votre code d’accès temporaire est prêt</translation>
    </message>
</context>
<context>
    <name>ResetRemoved</name>
    <message>
        <source>The passcode was removed</source>
        <translation>Le code d’accès a été supprimé</translation>
    </message>
    <message>
        <source>Done {when} on {device}. No new passcode was made.</source>
        <translation>Terminé {when} sur «&#xa0;{device}&#xa0;». Aucun nouveau code n’a été créé.</translation>
    </message>
    <message>
        <source>Set a new passcode right away.</source>
        <translation>Choisissez tout de suite un nouveau code.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
</context>
<context>
    <name>SecondsRing</name>
    <message numerus="yes">
        <source>second(s)</source>
        <translation>
            <numerusform>seconde</numerusform>
            <numerusform>secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Stop spelling</source>
        <translation>Ne plus épeler</translation>
    </message>
    <message>
        <source>Spell it out</source>
        <translation>Épeler</translation>
    </message>
    <message>
        <source>Hide ({time})</source>
        <translation>Masquer ({time})</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The clipboard is emptied in %n second(s).</source>
        <translation>
            <numerusform>Copié. Le presse-papiers sera vidé dans %n seconde.</numerusform>
            <numerusform>Copié. Le presse-papiers sera vidé dans %n secondes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretNames</name>
    <message>
        <source>zero</source>
        <translation>zéro</translation>
    </message>
    <message>
        <source>capital O</source>
        <translation>O maj.</translation>
    </message>
    <message>
        <source>small o</source>
        <translation>o min.</translation>
    </message>
    <message>
        <source>one</source>
        <translation>un</translation>
    </message>
    <message>
        <source>capital i</source>
        <translation>i maj.</translation>
    </message>
    <message>
        <source>small L</source>
        <translation>L min.</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>barre</translation>
    </message>
    <message>
        <source>five</source>
        <translation>cinq</translation>
    </message>
    <message>
        <source>capital S</source>
        <translation>S maj.</translation>
    </message>
    <message>
        <source>small s</source>
        <translation>s min.</translation>
    </message>
    <message>
        <source>two</source>
        <translation>deux</translation>
    </message>
    <message>
        <source>capital Z</source>
        <translation>Z maj.</translation>
    </message>
    <message>
        <source>small z</source>
        <translation>z min.</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>huit</translation>
    </message>
    <message>
        <source>capital B</source>
        <translation>B maj.</translation>
    </message>
    <message>
        <source>capital {letter}</source>
        <translation>{letter} majuscule</translation>
    </message>
    <message>
        <source>small {letter}</source>
        <translation>{letter} minuscule</translation>
    </message>
    <message>
        <source>three</source>
        <translation>trois</translation>
    </message>
    <message>
        <source>four</source>
        <translation>quatre</translation>
    </message>
    <message>
        <source>six</source>
        <translation>six</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sept</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>neuf</translation>
    </message>
    <message>
        <source>space</source>
        <translation>espace</translation>
    </message>
    <message>
        <source>hyphen</source>
        <translation>tiret</translation>
    </message>
    <message>
        <source>underscore</source>
        <translation>tiret bas</translation>
    </message>
    <message>
        <source>full stop</source>
        <translation>point</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>virgule</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>deux-points</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>point-virgule</translation>
    </message>
    <message>
        <source>exclamation mark</source>
        <translation>point d’exclamation</translation>
    </message>
    <message>
        <source>question mark</source>
        <translation>point d’interrogation</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>dièse</translation>
    </message>
    <message>
        <source>dollar sign</source>
        <translation>dollar</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>pour cent</translation>
    </message>
    <message>
        <source>ampersand</source>
        <translation>et commercial</translation>
    </message>
    <message>
        <source>asterisk</source>
        <translation>astérisque</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>equals</source>
        <translation>égal</translation>
    </message>
    <message>
        <source>slash</source>
        <translation>barre oblique</translation>
    </message>
    <message>
        <source>at sign</source>
        <translation>arobase</translation>
    </message>
</context>
<context>
    <name>SecretWords</name>
    <message>
        <source>Digits have a bar. Look-alike characters carry their name.</source>
        <translation>Les chiffres portent une barre. Les caractères ressemblants portent leur nom.</translation>
    </message>
    <message>
        <source>Can anyone else see this screen? It hides again after one minute.</source>
        <translation>Quelqu’un d’autre voit-il cet écran&#x202f;? Le code se masque après une minute.</translation>
    </message>
    <message>
        <source>Show passcode</source>
        <translation>Afficher le code d’accès</translation>
    </message>
    <message>
        <source>Temporary passcode, hidden</source>
        <translation>Code d’accès temporaire, masqué</translation>
    </message>
    <message>
        <source>Temporary passcode: {characters}</source>
        <translation>Code d’accès temporaire&#xa0;: {characters}</translation>
    </message>
    <message>
        <source>Show PIN</source>
        <translation>Afficher le code PIN</translation>
    </message>
    <message>
        <source>PIN, hidden</source>
        <translation>Code PIN, masqué</translation>
    </message>
    <message>
        <source>PIN: {characters}</source>
        <translation>Code PIN&#xa0;: {characters}</translation>
    </message>
    <message>
        <source>Show recovery key</source>
        <translation>Afficher la clé</translation>
    </message>
    <message>
        <source>Recovery key, hidden</source>
        <translation>Clé de récupération, masquée</translation>
    </message>
    <message>
        <source>Recovery key: {characters}</source>
        <translation>Clé de récupération&#xa0;: {characters}</translation>
    </message>
    <message numerus="yes">
        <source>It hides by itself after %n second(s).</source>
        <translation>
            <numerusform>Masquage automatique après %n seconde.</numerusform>
            <numerusform>Masquage automatique après %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Can anyone else see this screen? It hides again after five minutes.</source>
        <translation>Quelqu’un d’autre voit-il cet écran&#x202f;? La clé se masque après cinq minutes.</translation>
    </message>
    <message>
        <source>Digits have a bar. Type the key in groups, as it stands here.</source>
        <translation>Les chiffres portent une barre. Saisissez la clé par groupes, comme ici.</translation>
    </message>
</context>
<context>
    <name>ServiceErrorWords</name>
    <message>
        <source>The device service did not do what was asked.</source>
        <translation>Le service des appareils n’a pas exécuté la demande.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The request was held back.</source>
        <translation>La demande a été retenue.</translation>
    </message>
    <message>
        <source>Nothing was sent. Start again when you are ready.</source>
        <translation>Rien n’a été envoyé. Recommencez quand vous voulez.</translation>
    </message>
    <message>
        <source>The service cannot be reached from here.</source>
        <translation>Le service est injoignable d’ici.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check your connection, then try again.</source>
        <translation>Rien n’a été envoyé. Vérifiez votre connexion, puis réessayez.</translation>
    </message>
    <message>
        <source>The service’s certificate is not valid at this computer’s time.</source>
        <translation>Le certificat du service n’est pas valable à l’heure de cet ordinateur.</translation>
    </message>
    <message>
        <source>Nothing was sent. Is the clock right? Correct it, then try again.</source>
        <translation>Rien n’a été envoyé. L’horloge est-elle à l’heure&#x202f;? Corrigez-la, puis réessayez.</translation>
    </message>
    <message>
        <source>This network’s proxy asks for a user name and a password.</source>
        <translation>Le proxy de ce réseau demande un nom d’utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <source>Nothing was sent. This program gives it neither; IT support can help.</source>
        <translation>Rien n’a été envoyé. Ce programme ne les donne pas&#x202f;; le support informatique peut vous aider.</translation>
    </message>
    <message>
        <source>This network wants you to sign in to it first.</source>
        <translation>Ce réseau demande d’abord une connexion de votre part.</translation>
    </message>
    <message>
        <source>Nothing was changed. Open any web page in your browser, then try again.</source>
        <translation>Rien n’a été modifié. Ouvrez une page web dans votre navigateur, puis réessayez.</translation>
    </message>
    <message>
        <source>The device service does not answer.</source>
        <translation>Le service des appareils ne répond pas.</translation>
    </message>
    <message>
        <source>Nothing was changed. What you see may be out of date.</source>
        <translation>Rien n’a été modifié. L’affichage n’est peut-être plus à jour.</translation>
    </message>
    <message>
        <source>We do not know yet whether it worked.</source>
        <translation>Nous ne savons pas encore si cela a fonctionné.</translation>
    </message>
    <message>
        <source>The request is not sent a second time. We keep looking.</source>
        <translation>La demande n’est pas envoyée une seconde fois. Nous continuons à vérifier.</translation>
    </message>
    <message>
        <source>Your organisation does not allow you to do this.</source>
        <translation>Votre organisation ne vous autorise pas à faire cela.</translation>
    </message>
    <message>
        <source>Nothing was changed. IT support can do it for you.</source>
        <translation>Rien n’a été modifié. Le support informatique peut le faire pour vous.</translation>
    </message>
    <message>
        <source>This device is no longer in the list.</source>
        <translation>Cet appareil n’est plus dans la liste.</translation>
    </message>
    <message>
        <source>It may have been removed. Nothing was changed.</source>
        <translation>Il a peut-être été supprimé. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Another request for this device is under way.</source>
        <translation>Une autre demande est en cours pour cet appareil.</translation>
    </message>
    <message>
        <source>Nothing was changed. Wait until it has ended, then try again.</source>
        <translation>Rien n’a été modifié. Attendez qu’elle se termine, puis réessayez.</translation>
    </message>
    <message>
        <source>The device has changed since you opened it.</source>
        <translation>L’appareil a changé depuis que vous l’avez ouvert.</translation>
    </message>
    <message>
        <source>Nothing was sent. Look at it again, then decide.</source>
        <translation>Rien n’a été envoyé. Regardez-le de nouveau, puis décidez.</translation>
    </message>
    <message>
        <source>The device service refused the request.</source>
        <translation>Le service des appareils a refusé la demande.</translation>
    </message>
    <message>
        <source>Nothing was changed. IT support can find out why.</source>
        <translation>Rien n’a été modifié. Le support informatique peut en trouver la cause.</translation>
    </message>
    <message>
        <source>Your organisation wants a stronger sign-in for this.</source>
        <translation>Votre organisation demande une connexion renforcée pour cela.</translation>
    </message>
    <message>
        <source>Nothing was changed. Start again: the sign-in page will ask for it.</source>
        <translation>Rien n’a été modifié. Recommencez&#xa0;: la page de connexion vous la demandera.</translation>
    </message>
    <message>
        <source>The answer pointed to an address that is not your organisation’s.</source>
        <translation>La réponse renvoyait vers une adresse étrangère à votre organisation.</translation>
    </message>
    <message>
        <source>It was not followed and nothing was changed. Tell IT support about it.</source>
        <translation>Elle n’a pas été suivie et rien n’a été modifié. Prévenez le support informatique.</translation>
    </message>
    <message>
        <source>Another administrator has to approve this in your organisation.</source>
        <translation>Un second accord de l’administration est nécessaire dans votre organisation.</translation>
    </message>
    <message>
        <source>Nothing was changed, and nothing is sent again. Ask IT support.</source>
        <translation>Rien n’a été modifié et rien n’est renvoyé. Adressez-vous au support informatique.</translation>
    </message>
    <message>
        <source>Device management is not set up for your account.</source>
        <translation>La gestion des appareils n’est pas configurée pour votre compte.</translation>
    </message>
    <message>
        <source>Nothing was changed. IT support can see whether a licence is missing.</source>
        <translation>Rien n’a été modifié. Le support informatique peut voir si une licence manque.</translation>
    </message>
    <message>
        <source>Your organisation has reached its limit for this.</source>
        <translation>Votre organisation a atteint sa limite pour cette action.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again tomorrow, or ask IT support.</source>
        <translation>Rien n’a été modifié. Réessayez demain ou adressez-vous au support informatique.</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Set by your organisation</source>
        <translation>Défini par votre organisation</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Ce programme</translation>
    </message>
    <message>
        <source>Data on this computer</source>
        <translation>Données sur cet ordinateur</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Contrast themes of the system win.</source>
        <translation>Les thèmes de contraste du système l’emportent.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Results of my requests</source>
        <translation>Résultats de mes demandes</translation>
    </message>
    <message>
        <source>A short message of the desktop. It never shows a passcode.</source>
        <translation>Un bref message du bureau. Il n’affiche jamais de code.</translation>
    </message>
    <message>
        <source>Requests that failed</source>
        <translation>Demandes qui ont échoué</translation>
    </message>
    <message>
        <source>Also those whose outcome is not known.</source>
        <translation>Y compris celles dont l’issue n’est pas connue.</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>Démarrer avec l’ordinateur</translation>
    </message>
    <message>
        <source>Waits as an icon in the notification area.</source>
        <translation>Attend sous forme d’icône dans la zone de notification.</translation>
    </message>
    <message>
        <source>This run cannot be started by the system.</source>
        <translation>Cette exécution ne peut pas être lancée par le système.</translation>
    </message>
    <message>
        <source>Keep the icon when the window closes</source>
        <translation>Garder l’icône quand la fenêtre se ferme</translation>
    </message>
    <message>
        <source>Otherwise closing the window ends the program.</source>
        <translation>Sinon, fermer la fenêtre quitte le programme.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>It looks like 01234567-89ab-cdef-0123-456789abcdef.</source>
        <translation>Il a la forme 01234567-89ab-cdef-0123-456789abcdef.</translation>
    </message>
    <message>
        <source>Directory (tenant) ID</source>
        <translation>ID de l’annuaire (locataire)</translation>
    </message>
    <message>
        <source>Application (client) ID</source>
        <translation>ID d’application (client)</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Save and sign in</source>
        <translation>Enregistrer et se connecter</translation>
    </message>
</context>
<context>
    <name>ShortReasonWords</name>
    <message>
        <source>Not offered for Windows computers</source>
        <translation>Non proposé pour les ordinateurs Windows</translation>
    </message>
    <message>
        <source>Not offered for Windows 8.1</source>
        <translation>Non proposé pour Windows 8.1</translation>
    </message>
    <message>
        <source>Not offered for Windows RT</source>
        <translation>Non proposé pour Windows RT</translation>
    </message>
    <message>
        <source>Not offered for Windows phones</source>
        <translation>Non proposé pour les téléphones Windows</translation>
    </message>
    <message>
        <source>Not offered for Macs</source>
        <translation>Non proposé pour les Mac</translation>
    </message>
    <message>
        <source>Not offered for iPhones and iPads</source>
        <translation>Non proposé pour les iPhone et iPad</translation>
    </message>
    <message>
        <source>Not offered for Android</source>
        <translation>Non proposé pour Android</translation>
    </message>
    <message>
        <source>Not offered for Linux computers</source>
        <translation>Non proposé pour les ordinateurs Linux</translation>
    </message>
    <message>
        <source>Not offered for ChromeOS</source>
        <translation>Non proposé pour ChromeOS</translation>
    </message>
    <message>
        <source>Not offered for Apple Vision Pro</source>
        <translation>Non proposé pour Apple Vision Pro</translation>
    </message>
    <message>
        <source>Not offered for Apple TV</source>
        <translation>Non proposé pour Apple TV</translation>
    </message>
    <message>
        <source>This kind of device is not known</source>
        <translation>Ce type d’appareil est inconnu</translation>
    </message>
    <message>
        <source>Only IT support can do this</source>
        <translation>Seul le support informatique peut le faire</translation>
    </message>
    <message>
        <source>Not possible the way it was enrolled</source>
        <translation>Impossible avec cette inscription</translation>
    </message>
    <message>
        <source>Set up for shared use</source>
        <translation>Configuré pour un usage partagé</translation>
    </message>
    <message>
        <source>Only the work part is managed</source>
        <translation>Seule la partie professionnelle est gérée</translation>
    </message>
    <message>
        <source>Only where an organisation set it up</source>
        <translation>Seulement si une organisation l’a configuré</translation>
    </message>
    <message>
        <source>Only the work profile is managed</source>
        <translation>Seul le profil professionnel est géré</translation>
    </message>
    <message>
        <source>Not offered for this kind of Android</source>
        <translation>Non proposé pour ce type d’Android</translation>
    </message>
    <message>
        <source>From Android 8 on</source>
        <translation>À partir d’Android 8</translation>
    </message>
    <message>
        <source>How it was enrolled is not known</source>
        <translation>Son type d’inscription est inconnu</translation>
    </message>
    <message>
        <source>Not in your organisation’s directory</source>
        <translation>Absent de l’annuaire de votre organisation</translation>
    </message>
    <message>
        <source>Not offered for your own devices</source>
        <translation>Non proposé pour vos propres appareils</translation>
    </message>
    <message>
        <source>Whose device it is is not known</source>
        <translation>Son propriétaire est inconnu</translation>
    </message>
    <message>
        <source>Its version is not known</source>
        <translation>Sa version est inconnue</translation>
    </message>
    <message>
        <source>Not managed yet</source>
        <translation>Pas encore géré</translation>
    </message>
    <message>
        <source>A removal or factory reset is under way</source>
        <translation>Suppression ou retour aux paramètres d’usine en cours</translation>
    </message>
    <message>
        <source>Its state is not clear</source>
        <translation>Son état n’est pas clair</translation>
    </message>
    <message>
        <source>Requested, waiting for the device</source>
        <translation>Demandé, en attente de l’appareil</translation>
    </message>
    <message>
        <source>Switched off by your organisation</source>
        <translation>Non proposé par votre organisation</translation>
    </message>
    <message>
        <source>Devices are only shown here</source>
        <translation>Les appareils sont seulement affichés ici</translation>
    </message>
    <message>
        <source>Not allowed by your organisation</source>
        <translation>Interdit par votre organisation</translation>
    </message>
    <message>
        <source>Settings cannot be read</source>
        <translation>Paramètres illisibles</translation>
    </message>
</context>
<context>
    <name>ShortcutWords</name>
    <message>
        <source>Going somewhere</source>
        <translation>Aller quelque part</translation>
    </message>
    <message>
        <source>On every page</source>
        <translation>Sur chaque page</translation>
    </message>
    <message>
        <source>On the page of a device</source>
        <translation>Sur la page d’un appareil</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Left arrow</source>
        <translation>Flèche gauche</translation>
    </message>
    <message>
        <source>Back key</source>
        <translation>Touche Précédent</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Votre compte</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Partie suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Partie précédente de la fenêtre</translation>
    </message>
    <message>
        <source>Search devices</source>
        <translation>Rechercher un appareil</translation>
    </message>
    <message>
        <source>Read the page again</source>
        <translation>Relire la page</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Quit the program</source>
        <translation>Quitter le programme</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Check status</source>
        <translation>Vérifier l’état</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>SignInErrorWords</name>
    <message>
        <source>Sign in again to go on.</source>
        <translation>Reconnectez-vous pour continuer.</translation>
    </message>
    <message>
        <source>Signing in did not work.</source>
        <translation>La connexion a échoué.</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Signing in was cancelled.</source>
        <translation>La connexion a été annulée.</translation>
    </message>
    <message>
        <source>Nothing was changed. Sign in when you are ready.</source>
        <translation>Rien n’a été modifié. Connectez-vous quand vous voulez.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser in time.</source>
        <translation>Aucune réponse du navigateur n’est arrivée à temps.</translation>
    </message>
    <message>
        <source>Nothing was changed. Sign in again and finish in the browser.</source>
        <translation>Rien n’a été modifié. Reconnectez-vous et terminez dans le navigateur.</translation>
    </message>
    <message>
        <source>Your organisation did not let this sign-in through.</source>
        <translation>Votre organisation n’a pas accepté cette connexion.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again, or ask IT support.</source>
        <translation>Rien n’a été modifié. Réessayez ou contactez le support informatique.</translation>
    </message>
    <message>
        <source>Your browser’s answer could not reach this program.</source>
        <translation>La réponse de votre navigateur n’a pas pu parvenir à ce programme.</translation>
    </message>
    <message>
        <source>No port of this computer is free for it. IT support can find out why.</source>
        <translation>Aucun port de cet ordinateur n’est libre pour elle. Le support informatique peut en trouver la raison.</translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation>Votre session a pris fin.</translation>
    </message>
    <message>
        <source>You could not be signed out completely.</source>
        <translation>La déconnexion n’est pas complète.</translation>
    </message>
    <message>
        <source>Something of the session is still on this computer. Ask IT support.</source>
        <translation>Une trace de la session reste sur cet ordinateur. Contactez le support informatique.</translation>
    </message>
    <message>
        <source>The answer to the sign-in could not be trusted.</source>
        <translation>La réponse à la connexion n’est pas fiable.</translation>
    </message>
    <message>
        <source>It was thrown away and nothing was changed. Tell IT support about it.</source>
        <translation>Elle a été écartée et rien n’a été modifié. Prévenez le support informatique.</translation>
    </message>
    <message>
        <source>Your browser did not ask for your password.</source>
        <translation>Votre navigateur n’a pas demandé votre mot de passe.</translation>
    </message>
    <message>
        <source>Nothing was changed. Sign in again and type your password.</source>
        <translation>Rien n’a été modifié. Reconnectez-vous et saisissez votre mot de passe.</translation>
    </message>
    <message>
        <source>This was another account.</source>
        <translation>C’était un autre compte.</translation>
    </message>
    <message>
        <source>Nothing was reset. Sign in with the account that asked.</source>
        <translation>Rien n’a été réinitialisé. Connectez-vous avec le compte qui a fait la demande.</translation>
    </message>
    <message>
        <source>Your organisation’s rules block this sign-in.</source>
        <translation>Les règles de votre organisation bloquent cette connexion.</translation>
    </message>
    <message>
        <source>It may want another device, place or network. IT support can tell you.</source>
        <translation>Un autre appareil, lieu ou réseau est peut-être exigé. Le support informatique peut vous le dire.</translation>
    </message>
    <message>
        <source>Your organisation has not approved this program yet.</source>
        <translation>Votre organisation n’a pas encore approuvé ce programme.</translation>
    </message>
    <message>
        <source>Nothing was changed. An administrator has to accept its permissions.</source>
        <translation>Rien n’a été modifié. L’administration doit accepter ses autorisations.</translation>
    </message>
    <message>
        <source>This program is not meant for your account.</source>
        <translation>Ce programme n’est pas prévu pour votre compte.</translation>
    </message>
    <message>
        <source>Nothing was changed. IT support can give you access.</source>
        <translation>Rien n’a été modifié. Le support informatique peut vous en donner l’accès.</translation>
    </message>
    <message>
        <source>Your organisation’s sign-in does not know this program.</source>
        <translation>Le service de connexion de votre organisation ne connaît pas ce programme.</translation>
    </message>
    <message>
        <source>Its settings or its registration are wrong. IT support can correct them.</source>
        <translation>Ses paramètres ou son inscription sont incorrects. Le support informatique peut les corriger.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Continue in your browser</source>
        <translation>Continuez dans votre navigateur</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened. Then this window comes back.</source>
        <translation>Connectez-vous sur la page qui s’est ouverte. Cette fenêtre reviendra ensuite.</translation>
    </message>
    <message>
        <source>Welcome to Company Portal</source>
        <translation>Bienvenue dans le Portail d’entreprise</translation>
    </message>
    <message>
        <source>Manage your work devices, and reset a forgotten passcode.</source>
        <translation>Gérez vos appareils professionnels et réinitialisez un code d’accès oublié.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir la page</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Your browser opens. Your password is typed there, never in this program.</source>
        <translation>Votre navigateur s’ouvre. Votre mot de passe s’y saisit, jamais dans ce programme.</translation>
    </message>
    <message>
        <source>No keyring is open on this computer, so you stay signed in until you quit.</source>
        <translation>Aucun trousseau de clés n’est ouvert ici&#xa0;: votre connexion ne dure que jusqu’à ce que vous quittiez.</translation>
    </message>
    <message>
        <source>Need help?</source>
        <translation>Besoin d’aide&#x202f;?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>StationWindow</name>
    <message>
        <source>Company Portal</source>
        <translation>Portail d’entreprise</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>Étape {number} sur {count}&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>SupportDetails</name>
    <message>
        <source>Copy details for the service desk</source>
        <translation>Copier les détails pour le support</translation>
    </message>
    <message>
        <source>This is all that is copied: no passcodes, no keys, no names.</source>
        <translation>Rien d’autre n’est copié&#xa0;: ni code d’accès, ni clé, ni nom.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy these details</source>
        <translation>Copier ces détails</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SupportLine</name>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>{name}: {phone}</source>
        <translation>{name}&#xa0;: {phone}</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>Details for the service desk</source>
        <translation>Détails pour le support</translation>
    </message>
    <message>
        <source>This is all that is copied: no passcodes, no keys, no names.</source>
        <translation>Rien d’autre n’est copié&#xa0;: ni code d’accès, ni clé, ni nom.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>SupportWords</name>
    <message>
        <source>Last failures, newest first:</source>
        <translation>Derniers échecs, le plus récent d’abord&#xa0;:</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Company Portal {version}</source>
        <translation>Portail d’entreprise {version}</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Key store</source>
        <translation>Trousseau</translation>
    </message>
    <message>
        <source>Notification area</source>
        <translation>Zone de notification</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Stratégie</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>en cours de démarrage</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>fermée</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>en cours d’ouverture</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <source>signing out</source>
        <translation>en cours de fermeture</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>Encore %n minute</numerusform>
            <numerusform>Encore %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>Encore %n seconde</numerusform>
            <numerusform>Encore %n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation>Aujourd’hui, {time}</translation>
    </message>
    <message>
        <source>Yesterday, {time}</source>
        <translation>Hier, {time}</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>à {time}</translation>
    </message>
    <message>
        <source>yesterday at {time}</source>
        <translation>hier à {time}</translation>
    </message>
    <message>
        <source>on {date} at {time}</source>
        <translation>le {date} à {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}</source>
        <comment>Requested 10:42</comment>
        <translation>à {time}</translation>
    </message>
    <message>
        <source>yesterday, {time}</source>
        <comment>Requested yesterday, 10:42</comment>
        <translation>hier à {time}</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <comment>Requested 3 Nov, 10:42</comment>
        <translation>le {date} à {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicsCard</name>
    <message>
        <source>What is it about?</source>
        <translation>De quoi s’agit-il&#x202f;?</translation>
    </message>
    <message>
        <source>Your devices</source>
        <translation>Vos appareils</translation>
    </message>
    <message>
        <source>My phone is locked</source>
        <translation>Mon téléphone est verrouillé</translation>
    </message>
    <message>
        <source>Choose it in the list, then Reset passcode. You need your password.</source>
        <translation>Choisissez-le dans la liste, puis Réinitialiser le code d’accès. Il vous faut votre mot de passe.</translation>
    </message>
    <message>
        <source>My device is not compliant</source>
        <translation>Mon appareil n’est pas conforme</translation>
    </message>
    <message>
        <source>Choose it in the list. Its page says what to change and where.</source>
        <translation>Choisissez-le dans la liste. Sa page dit quoi modifier, et où.</translation>
    </message>
    <message>
        <source>A device is missing from my list</source>
        <translation>Un appareil manque dans ma liste</translation>
    </message>
    <message>
        <source>Below the list, See why names the reasons. New devices take a while.</source>
        <translation>Sous la liste, Voir pourquoi donne les raisons. Un nouvel appareil met un moment à apparaître.</translation>
    </message>
    <message>
        <source>I lost a device</source>
        <translation>Appareil perdu</translation>
    </message>
    <message>
        <source>Choose it, then Remote lock. Under More it may be located or erased.</source>
        <translation>Choisissez-le, puis Verrouillage à distance. Sous Plus, vous pouvez peut-être le localiser ou l’effacer.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Company Portal</source>
        <translation>Portail d’entreprise</translation>
    </message>
    <message numerus="yes">
        <source>Company Portal, %n unread</source>
        <translation>
            <numerusform>Portail d’entreprise, %n notification non lue</numerusform>
            <numerusform>Portail d’entreprise, %n notifications non lues</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Company Portal</source>
        <translation>Ouvrir le Portail d’entreprise</translation>
    </message>
    <message>
        <source>My devices</source>
        <translation>Mes appareils</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Déconnexion</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>VisitFrame</name>
    <message>
        <source>The session ends in two minutes at the latest.</source>
        <translation>La session se termine dans deux minutes au plus tard.</translation>
    </message>
    <message>
        <source>What you have started then is cancelled. You can come back at once.</source>
        <translation>Ce qui est commencé sera alors annulé. Vous pouvez revenir aussitôt.</translation>
    </message>
</context>
<context>
    <name>VisitHeader</name>
    <message>
        <source>End session</source>
        <translation>Terminer la session</translation>
    </message>
    <message>
        <source>End session ({keys})</source>
        <translation>Terminer la session ({keys})</translation>
    </message>
</context>
<context>
    <name>VisitSignIn</name>
    <message>
        <source>Type your name and password there. Then your devices appear here.</source>
        <translation>Saisissez-y votre nom et votre mot de passe. Vos appareils s’affichent ensuite ici.</translation>
    </message>
    <message>
        <source>Sign in to see your devices.</source>
        <translation>Connectez-vous pour voir vos appareils.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir la page</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Nothing stays here when you end the session.</source>
        <translation>Rien ne reste ici après la fin de la session.</translation>
    </message>
    <message>
        <source>Sign in in the window below</source>
        <translation>Connectez-vous dans la fenêtre ci‑dessous</translation>
    </message>
    <message>
        <source>Welcome to {name}</source>
        <translation>Bienvenue chez {name}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
</context>
<context>
    <name>VisitWindow</name>
    <message>
        <source>Company Portal</source>
        <translation>Portail d’entreprise</translation>
    </message>
</context>
<context>
    <name>WaitingWords</name>
    <message>
        <source>Wake the phone up</source>
        <translation>Réveillez le téléphone</translation>
    </message>
    <message>
        <source>Wake the iPhone up</source>
        <translation>Réveillez l’iPhone</translation>
    </message>
    <message>
        <source>Wake the iPad up</source>
        <translation>Réveillez l’iPad</translation>
    </message>
    <message>
        <source>Wake the computer up</source>
        <translation>Réveillez l’ordinateur</translation>
    </message>
    <message>
        <source>Wake the device up</source>
        <translation>Réveillez l’appareil</translation>
    </message>
    <message>
        <source>It answers fastest when it is on, online and charging. Most answer within a few minutes.</source>
        <translation>Il répond plus vite s’il est allumé, connecté et en charge. La plupart répondent en quelques minutes.</translation>
    </message>
    <message>
        <source>The phone must be online</source>
        <translation>Le téléphone doit être connecté</translation>
    </message>
    <message>
        <source>The iPhone must be online</source>
        <translation>L’iPhone doit être connecté</translation>
    </message>
    <message>
        <source>The iPad must be online</source>
        <translation>L’iPad doit être connecté</translation>
    </message>
    <message>
        <source>The computer must be online</source>
        <translation>L’ordinateur doit être en ligne</translation>
    </message>
    <message>
        <source>The device must be online</source>
        <translation>L’appareil doit être connecté</translation>
    </message>
    <message>
        <source>It has not answered yet. Check that it is on, charging and connected to a network.</source>
        <translation>Il n’a pas encore répondu. Vérifiez qu’il est allumé, en charge et relié à un réseau.</translation>
    </message>
    <message>
        <source>The result is kept behind the bell.</source>
        <translation>Le résultat vous attend derrière la cloche.</translation>
    </message>
    <message>
        <source>The result is kept behind the bell. The passcode itself is only ever shown here.</source>
        <translation>Le résultat vous attend derrière la cloche. Le code lui-même ne s’affiche qu’ici.</translation>
    </message>
    <message>
        <source>You may leave this page</source>
        <translation>Vous pouvez quitter cette page</translation>
    </message>
    <message>
        <source>Next, on the phone</source>
        <translation>Ensuite, sur le téléphone</translation>
    </message>
    <message>
        <source>Next, on the iPhone</source>
        <translation>Ensuite, sur l’iPhone</translation>
    </message>
    <message>
        <source>Next, on the iPad</source>
        <translation>Ensuite, sur l’iPad</translation>
    </message>
    <message>
        <source>Next, on the device</source>
        <translation>Ensuite, sur l’appareil</translation>
    </message>
    <message>
        <source>Large and small letters matter.</source>
        <translation>Respectez les majuscules et les minuscules.</translation>
    </message>
    <message>
        <source>It has digits only.</source>
        <translation>Il ne contient que des chiffres.</translation>
    </message>
    <message>
        <source>The temporary one is only meant for this.</source>
        <translation>Le code temporaire ne sert qu’à cela.</translation>
    </message>
    <message>
        <source>Open the work profile with this passcode</source>
        <translation>Ouvrez le profil professionnel avec ce code</translation>
    </message>
    <message>
        <source>Open Settings and set a new work passcode</source>
        <translation>Ouvrez les Paramètres et choisissez un nouveau code professionnel</translation>
    </message>
    <message>
        <source>Unlock it with this passcode</source>
        <translation>Déverrouillez-le avec ce code</translation>
    </message>
    <message>
        <source>Open Settings and set a new passcode</source>
        <translation>Ouvrez les Paramètres et choisissez un nouveau code</translation>
    </message>
    <message>
        <source>Swipe up to open it</source>
        <translation>Balayez vers le haut pour l’ouvrir</translation>
    </message>
    <message>
        <source>It asks for no passcode.</source>
        <translation>Aucun code n’est demandé.</translation>
    </message>
    <message>
        <source>Settings › Face ID &amp; Passcode</source>
        <translation>Réglages › Face ID et code</translation>
    </message>
    <message>
        <source>Choose Turn Passcode On and set a new one. Older models say Touch ID &amp; Passcode.</source>
        <translation>Touchez Activer le code, puis choisissez-en un nouveau. Les modèles plus anciens indiquent Touch ID et code.</translation>
    </message>
    <message>
        <source>Set up Face ID or Touch ID again</source>
        <translation>Configurez de nouveau Face ID ou Touch ID</translation>
    </message>
    <message>
        <source>Removing the passcode switched it off.</source>
        <translation>La suppression du code l’a désactivé.</translation>
    </message>
    <message>
        <source>Anyone can open this iPhone now.</source>
        <translation>N’importe qui peut ouvrir cet iPhone maintenant.</translation>
    </message>
    <message>
        <source>Anyone can open this iPad now.</source>
        <translation>N’importe qui peut ouvrir cet iPad maintenant.</translation>
    </message>
    <message>
        <source>Anyone can open this device now.</source>
        <translation>N’importe qui peut ouvrir cet appareil maintenant.</translation>
    </message>
    <message>
        <source>If it still opens the phone, nothing has been reset so far.</source>
        <translation>S’il ouvre encore le téléphone, rien n’est réinitialisé pour l’instant.</translation>
    </message>
    <message>
        <source>If it still opens the iPhone, nothing has been reset so far.</source>
        <translation>S’il ouvre encore l’iPhone, rien n’est réinitialisé pour l’instant.</translation>
    </message>
    <message>
        <source>If it still opens the iPad, nothing has been reset so far.</source>
        <translation>S’il ouvre encore l’iPad, rien n’est réinitialisé pour l’instant.</translation>
    </message>
    <message>
        <source>If it still opens the device, nothing has been reset so far.</source>
        <translation>S’il ouvre encore l’appareil, rien n’est réinitialisé pour l’instant.</translation>
    </message>
    <message>
        <source>Try your old passcode</source>
        <translation>Essayez votre ancien code d’accès</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>What to fix</source>
        <translation>Ce qu’il faut corriger</translation>
    </message>
    <message>
        <source>Why it is not compliant</source>
        <translation>Pourquoi il n’est pas conforme</translation>
    </message>
    <message>
        <source>Check status</source>
        <translation>Vérifier l’état</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Support informatique</translation>
    </message>
    <message>
        <source>Reading the reasons…</source>
        <translation>Lecture des raisons…</translation>
    </message>
    <message>
        <source>The reasons could not be read.</source>
        <translation>Les raisons n’ont pas pu être lues.</translation>
    </message>
    <message>
        <source>The reasons cannot be read here. IT support can see them.</source>
        <translation>Les raisons ne peuvent pas être lues ici. Le support informatique les voit.</translation>
    </message>
    <message>
        <source>Your organisation does not tell which rule it is.</source>
        <translation>Votre organisation n’indique pas de quelle règle il s’agit.</translation>
    </message>
    <message>
        <source>Done on the phone?</source>
        <translation>C’est fait sur le téléphone&#x202f;?</translation>
    </message>
    <message>
        <source>Done on the iPhone?</source>
        <translation>C’est fait sur l’iPhone&#x202f;?</translation>
    </message>
    <message>
        <source>Done on the iPad?</source>
        <translation>C’est fait sur l’iPad&#x202f;?</translation>
    </message>
    <message>
        <source>Done on the computer?</source>
        <translation>C’est fait sur l’ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>Done on the device?</source>
        <translation>C’est fait sur l’appareil&#x202f;?</translation>
    </message>
</context>
<context>
    <name>WipeChoiceRows</name>
    <message>
        <source>Keep my files</source>
        <translation>Conserver mes fichiers</translation>
    </message>
    <message>
        <source>Stay enrolled in your organisation</source>
        <translation>Rester inscrit dans votre organisation</translation>
    </message>
    <message>
        <source>Keep the mobile data plan (eSIM)</source>
        <translation>Conserver le forfait mobile (eSIM)</translation>
    </message>
</context>
</TS>
