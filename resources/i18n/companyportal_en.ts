<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ComplianceSettingWords</name>
    <message numerus="yes">
        <source>After %n minute(s) at the most.</source>
        <translation>
            <numerusform>After %n minute at the most.</numerusform>
            <numerusform>After %n minutes at the most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) or more. Set it on the computer.</source>
        <translation>
            <numerusform>%n character or more. Set it on the computer.</numerusform>
            <numerusform>%n characters or more. Set it on the computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) or more. A reset does not change this: set it on the device.</source>
        <translation>
            <numerusform>%n character or more. A reset does not change this: set it on the device.</numerusform>
            <numerusform>%n characters or more. A reset does not change this: set it on the device.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComplianceWords</name>
    <message numerus="yes">
        <source>Work apps stay open until {date}. Fix %n thing(s) by then.</source>
        <translation>
            <numerusform>Work apps stay open until {date}. Fix %n thing by then.</numerusform>
            <numerusform>Work apps stay open until {date}. Fix %n things by then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix %n thing(s) to open work apps on this phone.</source>
        <translation>
            <numerusform>Fix %n thing to open work apps on this phone.</numerusform>
            <numerusform>Fix %n things to open work apps on this phone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix %n thing(s) to open work apps on this iPhone.</source>
        <translation>
            <numerusform>Fix %n thing to open work apps on this iPhone.</numerusform>
            <numerusform>Fix %n things to open work apps on this iPhone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix %n thing(s) to open work apps on this iPad.</source>
        <translation>
            <numerusform>Fix %n thing to open work apps on this iPad.</numerusform>
            <numerusform>Fix %n things to open work apps on this iPad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix %n thing(s) to open work apps on this computer.</source>
        <translation>
            <numerusform>Fix %n thing to open work apps on this computer.</numerusform>
            <numerusform>Fix %n things to open work apps on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix %n thing(s) to open work apps on this device.</source>
        <translation>
            <numerusform>Fix %n thing to open work apps on this device.</numerusform>
            <numerusform>Fix %n things to open work apps on this device.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComputerWords</name>
    <message numerus="yes">
        <source>This computer’s clock is off by %n minute(s).</source>
        <translation>
            <numerusform>This computer’s clock is off by %n minute.</numerusform>
            <numerusform>This computer’s clock is off by %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer’s clock is off by %n hour(s).</source>
        <translation>
            <numerusform>This computer’s clock is off by %n hour.</numerusform>
            <numerusform>This computer’s clock is off by %n hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer’s clock is off by %n day(s).</source>
        <translation>
            <numerusform>This computer’s clock is off by %n day.</numerusform>
            <numerusform>This computer’s clock is off by %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountDownRing</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
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
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DevicesTitle</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>The program goes on by itself in %n second(s).</source>
        <translation>
            <numerusform>The program goes on by itself in %n second.</numerusform>
            <numerusform>The program goes on by itself in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was changed. Try again in %n second(s).</source>
        <translation>
            <numerusform>Nothing was changed. Try again in %n second.</numerusform>
            <numerusform>Nothing was changed. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was changed. Try again in %n minute(s).</source>
        <translation>
            <numerusform>Nothing was changed. Try again in %n minute.</numerusform>
            <numerusform>Nothing was changed. Try again in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Notifications, %n unread</numerusform>
            <numerusform>Notifications, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message numerus="yes">
        <source>No contact for %n day(s)</source>
        <translation>
            <numerusform>No contact for %n day</numerusform>
            <numerusform>No contact for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n device(s)</source>
        <translation>
            <numerusform>{shown} of %n device</numerusform>
            <numerusform>{shown} of %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Located</name>
    <message numerus="yes">
        <source>Copied. The clipboard is emptied in %n second(s).</source>
        <translation>
            <numerusform>Copied. The clipboard is emptied in %n second.</numerusform>
            <numerusform>Copied. The clipboard is emptied in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtectedUnknown</name>
    <message numerus="yes">
        <source>We keep looking. Next look after %n second(s).</source>
        <translation>
            <numerusform>We keep looking. Next look after %n second.</numerusform>
            <numerusform>We keep looking. Next look after %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtectedWaiting</name>
    <message numerus="yes">
        <source>Next look after %n second(s)</source>
        <translation>
            <numerusform>Next look after %n second</numerusform>
            <numerusform>Next look after %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublicReveal</name>
    <message numerus="yes">
        <source>Show for %n second(s)</source>
        <translation>
            <numerusform>Show for %n second</numerusform>
            <numerusform>Show for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecondsRing</name>
    <message numerus="yes">
        <source>second(s)</source>
        <translation>
            <numerusform>second</numerusform>
            <numerusform>seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message numerus="yes">
        <source>Copied. The clipboard is emptied in %n second(s).</source>
        <translation>
            <numerusform>Copied. The clipboard is emptied in %n second.</numerusform>
            <numerusform>Copied. The clipboard is emptied in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretWords</name>
    <message numerus="yes">
        <source>It hides by itself after %n second(s).</source>
        <translation>
            <numerusform>It hides by itself after %n second.</numerusform>
            <numerusform>It hides by itself after %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
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
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>Company Portal, %n unread</source>
        <translation>
            <numerusform>Company Portal, %n unread</numerusform>
            <numerusform>Company Portal, %n unread</numerusform>
        </translation>
    </message>
</context>
</TS>
