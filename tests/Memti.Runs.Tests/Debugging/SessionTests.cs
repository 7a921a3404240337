using System.Net;
using System.Net.Sockets;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Processors;
using Memti.Runs.Codes;
using Memti.Runs.Debugging.Packets;
using Memti.Runs.Debugging.Sessions;
using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Tests.Debugging;

/// <summary>Packets over a real connection to a target that does what the test says.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly ScriptedTarget _target = new();
    private readonly Caller _caller;

    public SessionTests() => _caller = new Caller(_target);

    public void Dispose() => _caller.Dispose();

    [Theory]
    [InlineData("qSupported:swbreak+;hwbreak+", "PacketSize=8000;QStartNoAckMode+;qXfer:features:read+;swbreak+;hwbreak+;vContSupported+")]
    [InlineData("vMustReplyEmpty", "")]
    [InlineData("QNotThere", "")]
    [InlineData("", "")]
    [InlineData("Hg0", "OK")]
    [InlineData("Hc-1", "OK")]
    [InlineData("T1", "OK")]
    [InlineData("qC", "QC1")]
    [InlineData("qTStatus", "")]
    [InlineData("?", "T05thread:1;")]
    [InlineData("qfThreadInfo", "m1")]
    [InlineData("qsThreadInfo", "l")]
    [InlineData("qAttached", "1")]
    [InlineData("qAttached:1", "1")]
    [InlineData("qOffsets", "Text=0;Data=0;Bss=0")]
    [InlineData("qSymbol::", "OK")]
    [InlineData("vCont?", "vCont;c;C;s;S")]
    [InlineData("vCont;t", "E16")]
    [InlineData("vCont;", "E16")]
    [InlineData("cxyz", "E16")]
    [InlineData("qXfer:features:read:target.xml:0,5", "m<?xml")]
    [InlineData("qXfer:features:read:target.xml:100000,5", "l")]
    [InlineData("qXfer:features:read:other.xml:0,5", "E0e")]
    [InlineData("qXfer:features:read:target.xml:0", "E16")]
    [InlineData("qXfer:memory-map:read::0,5", "")]
    [InlineData("p0", "00000000")]
    [InlineData("p383", "00000000")]
    [InlineData("p384", "xxxxxxxx")]
    [InlineData("p385", "E0e")]
    [InlineData("pzz", "E0e")]
    [InlineData("P385=00000000", "E0e")]
    [InlineData("P1=0000", "E0e")]
    [InlineData("P1", "E0e")]
    [InlineData("G00", "E16")]
    [InlineData("m1000,4", "00000000")]
    [InlineData("m107f,1", "00")]
    [InlineData("m1080,1", "E0e")]
    [InlineData("m107f,2", "E0e")]
    [InlineData("mffffffffffffffff,4", "E0e")]
    [InlineData("m1000", "E16")]
    [InlineData("m1000,ffffffffffffffff", "E16")]
    [InlineData("M1000,2:zz", "E16")]
    [InlineData("M1000,2:01", "E16")]
    [InlineData("M1080,1:01", "E0e")]
    [InlineData("X1000,0:", "OK")]
    [InlineData("X1000,ffffff:", "E16")]
    [InlineData("Z0,1000,2", "OK")]
    [InlineData("Z9,1000,2", "")]
    [InlineData("Z0,1000", "E16")]
    [InlineData("Z2,1000,0", "")]
    [InlineData("z0,1000,2", "OK")]
    [InlineData("qRcmd,6", "E16")]
    [InlineData("!", "OK")]
    public void A_packet_has_its_reply(string packet, string reply) => _caller.Ask(packet).ShouldBe(reply);

    [Fact]
    public void The_description_comes_in_parts()
    {
        string text = "";
        string part;
        do
        {
            part = _caller.Ask($"qXfer:features:read:target.xml:{text.Length:x},40");
            text += part[1..];
        }
        while (part[0] == 'm');
        text.ShouldBe(_target.Script.TargetDescription);
    }

    [Fact]
    public void Registers_are_read_and_written_little_endian()
    {
        _target.Script.Registers[1] = 0x12345678;
        _caller.Ask("g").ShouldBe("00000000" + "78563412" + new string('0', 31 * 8));
        _caller.Ask("G" + string.Concat(Enumerable.Range(0, 33).Select(static number => $"{number:x2}000080"))).ShouldBe("OK");
        _target.Script.Registers[32].ShouldBe(0x80000020);
        _caller.Ask("P383=0b000080").ShouldBe("OK");
        _caller.Ask("p383").ShouldBe("0b000080");
    }

    [Fact]
    public void Memory_is_written_in_both_forms()
    {
        _caller.Ask("M1004,2:0a0b").ShouldBe("OK");
        _caller.Ask("X1006,4:#$}*").ShouldBe("OK");
        _caller.Ask("m1004,6").ShouldBe("0a0b23247d2a");
    }

    [Fact]
    public void A_breakpoint_is_told_as_the_kind_that_was_asked_for()
    {
        _caller.Ask("qSupported:swbreak+;hwbreak+");
        _target.Script.ProgramCounter = 0x1004;
        _target.Stops.Enqueue(new(DebugStopReason.Breakpoint));
        _target.Stops.Enqueue(new(DebugStopReason.Breakpoint));
        _caller.Ask("Z1,1004,2").ShouldBe("OK");
        _caller.Ask("vCont;c").ShouldBe("T05thread:1;hwbreak:;");
        _caller.Ask("Z0,1004,2").ShouldBe("OK");
        _caller.Ask("vCont;c:1").ShouldBe("T05thread:1;swbreak:;");
        _caller.Ask("z1,1004,2").ShouldBe("OK");
        _target.Script.Breakpoints.ShouldBe([0x1004ul]);
        _caller.Ask("z0,1004,2").ShouldBe("OK");
        _target.Script.Breakpoints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Z2,1010,4", 0x1010, WatchKind.Write, "watch:1010;")]
    [InlineData("Z3,1010,4", 0x1012, WatchKind.Read, "rwatch:1012;")]
    [InlineData("Z4,1010,4", 0x1010, WatchKind.Write, "awatch:1010;")]
    [InlineData("Z2,1011,1", 0x1010, WatchKind.Write, "watch:1011;")] // A word was stored, one of its bytes is watched.
    public void A_watchpoint_names_an_address_that_the_debugger_watches(string set, int touched, WatchKind kind, string told)
    {
        _caller.Ask(set).ShouldBe("OK");
        _target.Script.Watchpoints.Count.ShouldBe(1);
        _target.Script.Touched = ((ulong)touched, kind);
        _target.Stops.Enqueue(new(DebugStopReason.Watchpoint));
        _caller.Ask("c").ShouldBe("T05thread:1;" + told);
        _caller.Ask("?").ShouldBe("T05thread:1;" + told);
        _caller.Ask("z" + set[1..]).ShouldBe("OK");
        _target.Script.Watchpoints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2, "T04thread:1;")]
    [InlineData(3, "T05thread:1;")]
    [InlineData(4, "T0athread:1;")]
    [InlineData(5, "T0bthread:1;")]
    public void A_fault_is_told_as_a_signal_and_explained(int cause, string told)
    {
        _target.Script.LastFault = new CoreFault(cause, "", 0x1000, 0);
        _target.Stops.Enqueue(new(DebugStopReason.Fault, Explanation: "why"));
        _caller.Ask("vCont;c").ShouldBe("O" + Caller.Hex("why\n"));
        _caller.Hear().ShouldBe(told);
    }

    [Fact]
    public void A_step_may_begin_elsewhere()
    {
        _caller.Ask("s2000").ShouldBe("T05thread:1;");
        _target.Script.ProgramCounter.ShouldBe(0x2004ul);
        _caller.Ask("S05;3000").ShouldBe("T05thread:1;");
        _target.Script.ProgramCounter.ShouldBe(0x3004ul);
        _caller.Ask("vCont;s:1;c").ShouldBe("T05thread:1;");
        _target.Steps.ShouldBe(3);
    }

    [Fact]
    public void A_running_target_is_halted_by_one_byte()
    {
        _caller.Tell("vCont;c");
        _target.Running.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        _caller.SendRaw(0x03);
        _caller.Hear().ShouldBe("T02thread:1;");
    }

    [Fact]
    public void A_halt_that_follows_its_run_at_once_is_not_lost()
    {
        for (int round = 0; round < 50; round++)
        {
            _caller.SendRaw([.. "$c#63"u8, 0x03]);
            _caller.Hear().ShouldBe("T02thread:1;");
        }
    }

    [Fact]
    public void A_halt_of_a_target_that_stands_does_not_stop_the_next_run()
    {
        _caller.SendRaw(0x03);
        _caller.Tell("c");
        _target.Running.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        _caller.SendRaw(0x03);
        _caller.Hear().ShouldBe("T02thread:1;");
    }

    [Fact]
    public void Acknowledgements_end_when_the_debugger_asks_for_it()
    {
        _caller.Ask("qC");
        _caller.SendRaw("$qC#00"u8.ToArray());
        _caller.Ask("QStartNoAckMode").ShouldBe("OK");
        _caller.Ask("qC");
        _caller.SendRaw("$qC#00"u8.ToArray());
        _caller.Ask("qC");
        _caller.Signs.ShouldBe("+-+");
    }

    [Fact]
    public void A_reply_is_sent_again_when_the_debugger_asks_for_it()
    {
        _caller.Ask("qC").ShouldBe("QC1");
        _caller.SendRaw((byte)'-');
        _caller.Hear().ShouldBe("QC1");
    }

    [Theory]
    [InlineData("time", "0.5 s \n")]
    [InlineData(" time  in  ms", "0.5 s in|ms\n")]
    public void A_monitor_command_prints_its_answer(string command, string answer)
    {
        _caller.Ask("qRcmd," + Caller.Hex(command)).ShouldBe("O" + Caller.Hex(answer));
        _caller.Hear().ShouldBe("OK");
    }

    [Theory]
    [InlineData("help", "Commands after 'monitor':\n  time [UNIT]")]
    [InlineData("", "Commands after 'monitor':\n  time [UNIT]")]
    [InlineData("tim", "There is no command 'tim'.\nCommands")]
    public void The_monitor_teaches_its_commands(string command, string start) =>
        _caller.Ask("qRcmd," + Caller.Hex(command)).ShouldStartWith("O" + Caller.Hex(start));

    [Fact]
    public void A_debugger_that_detaches_takes_its_breakpoints_along()
    {
        _caller.Ask("Z0,1000,2");
        _caller.Ask("Z2,1000,4");
        _caller.Ask("D").ShouldBe("OK");
        _caller.Outcome.End.ShouldBe(SessionEnd.Detached);
        _target.Script.Breakpoints.ShouldBeEmpty();
        _target.Script.Watchpoints.ShouldBeEmpty();
    }

    [Fact]
    public void A_debugger_may_end_the_run()
    {
        _caller.Tell("k");
        _caller.Outcome.End.ShouldBe(SessionEnd.Killed);
    }

    [Fact]
    public void A_run_ends_with_its_exit_code()
    {
        _target.Stops.Enqueue(new(DebugStopReason.Ended, 3));
        _caller.Ask("vCont;c").ShouldBe("W03");
        _caller.Outcome.ShouldBe(new SessionOutcome(SessionEnd.Ended, new DebugStop(DebugStopReason.Ended, 3)));
    }

    [Fact]
    public void A_debugger_that_outlives_the_run_begins_it_again()
    {
        _caller.Ask("!").ShouldBe("OK");
        _target.Stops.Enqueue(new(DebugStopReason.Ended));
        _caller.Ask("vCont;c").ShouldBe("W00");
        _caller.Ask("vCont;c").ShouldBe("W00");
        _caller.Ask("vRun;node.elf").ShouldBe("T05thread:1;");
        _caller.Tell("R00");
        _caller.Ask("vKill;1").ShouldBe("OK");
        _target.Restarts.ShouldBe(3);
        _caller.Vanish();
        _caller.Outcome.End.ShouldBe(SessionEnd.Lost);
    }

    [Fact]
    public void A_debugger_that_vanishes_halts_the_run_where_it_is()
    {
        _caller.Tell("c");
        _target.Running.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        _caller.Vanish();
        _caller.Outcome.ShouldBe(new SessionOutcome(SessionEnd.Lost, new DebugStop(DebugStopReason.Halted)));
    }

    [Fact]
    public void A_second_debugger_is_turned_away()
    {
        _caller.Ask("qC");
        using var second = new TcpClient();
        second.Connect(IPAddress.Loopback, _caller.Port);
        second.ReceiveTimeout = 20_000;
        second.GetStream().ReadByte().ShouldBe(-1);
        _caller.Ask("qC").ShouldBe("QC1");
    }

    [Fact]
    public void A_port_in_use_is_a_finding()
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => DebugServer.Listen(_caller.Port)).Diagnostic;
        finding.Code.ShouldBe(DebugCodes.PortNotFree);
        finding.Value.ShouldBe(_caller.Port.ToString());
    }

    [Fact]
    public void The_server_listens_on_this_machine_alone()
    {
        IPAddress? other = Dns.GetHostAddresses(Dns.GetHostName()).FirstOrDefault(static address => !IPAddress.IsLoopback(address));
        if (other is null)
            return;
        using var client = new TcpClient(other.AddressFamily);
        Should.Throw<SocketException>(() => client.Connect(other, _caller.Port));
    }

    [Fact]
    public void No_packet_of_random_text_breaks_the_conversation()
    {
        var random = new Random(15);
        const string letters = "gGmMXzZpPvqQRHTcCsS!?:;,=0123456789abcdefxyz";
        string[] starts = ["", "m", "M1000,4:", "X1000,4:", "Z0,", "z4,", "p", "P1=", "qRcmd,", "qXfer:features:read:", "vCont;", "qSupported:", "H", "G"];
        _target.Stops.Clear();
        for (int trial = 0; trial < 2000; trial++)
        {
            string tail = new([.. Enumerable.Range(0, random.Next(12)).Select(_ => letters[random.Next(letters.Length)])]);
            string packet = starts[random.Next(starts.Length)] + tail;
            // These run, end or answer nothing.
            if (packet is ['c' or 'C' or 'k' or 'D' or 'R', ..] || packet.StartsWith("vCont;", StringComparison.Ordinal) && packet.Contains(";c") || packet.Contains(";C"))
                continue;
            _caller.Tell(packet);
        }

        _caller.Tell("qC");
        string heard = _caller.Hear();
        while (heard != "QC1" || _caller.Ask("qsThreadInfo") != "l")
            heard = _caller.Hear();
        _caller.Ask("D").ShouldBe("OK");
    }
}
