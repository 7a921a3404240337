using Memti.Abstractions.Processors;
using Memti.Abstractions.Units;
using Memti.Runs.Debugging.Machines;
using Memti.Simulation.Executables;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Tests.Debugging;

public sealed class MachineMonitorTests
{
    private readonly View _machine = new();

    [Fact]
    public void Time_is_exact_and_the_place_has_a_name()
    {
        _machine.ScriptedCore.ProgramCounter = 0x1008;
        string[] lines = Lines("time");
        lines[0].ShouldStartWith("simulated time, s");
        lines[0].ShouldEndWith(" 1.000000000001");
        lines[1].ShouldEndWith(" 1,500");
        lines[4].ShouldEndWith(" executes");
        lines[5].ShouldEndWith(" 0x00001008 (main+0x8)");
    }

    [Fact]
    public void Energy_has_shares_and_a_mean_power()
    {
        string[] lines = Lines("energy");
        lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["ram", "1000", "25"]);
        lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["core", "3000", "75"]);
        lines[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["total", "4000", "100"]);
        lines[4].ShouldStartWith("average power, mW");
        lines[4].Trim().ShouldEndWith(" 4");
    }

    [Fact]
    public void Power_names_states()
    {
        string[] lines = Lines("power");
        lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["ram", "retention", "0.5"]);
        lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["core", "on", "0.5"]);
        lines[3].Trim().ShouldEndWith(" 1.25");
    }

    [Fact]
    public void Frames_are_counted_and_the_open_one_is_told()
    {
        _machine.Journal.Frame(0, new FrameRecord(0, 0, null, [0]), FrameStep.Delivered);
        _machine.Journal.Frame(5, new FrameRecord(0, 0, null, [0]), FrameStep.Completed);
        _machine.Journal.Frame(6, new FrameRecord(1, 6, null, [0]), FrameStep.Skipped);
        _machine.Journal.Frame(1_000_000_000_000, new FrameRecord(2, 1_000_000_000_000, 2_000_000_000_000, [0]), FrameStep.Delivered);
        string printed = string.Join('\n', Lines("frames"));
        printed.ShouldContain("frame 2 (signs) of 1 s, deadline 2 s");
        (_machine.Journal.Delivered, _machine.Journal.Completed, _machine.Journal.Dropped).ShouldBe((2, 1, 1));
    }

    [Fact]
    public void Tasks_have_their_time()
    {
        _machine.Journal.Task(100_000_000_000, 0);
        _machine.Journal.Task(400_000_000_000, -1);
        string[] lines = Lines("tasks");
        lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["none", "-1", "0.700000000001", "present"]);
        lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["signs", "0", "0.3"]);
    }

    [Fact]
    public void The_last_marks_are_kept()
    {
        Ask("marks").ShouldBe("No mark was written.\n");
        for (uint mark = 0; mark < 20; mark++)
            _machine.Journal.Mark(mark, mark);
        string[] lines = Lines("marks");
        lines.Length.ShouldBe(17);
        lines[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["0.000000000019", "19", "0x13"]);
    }

    [Theory]
    [InlineData(new string[0], 8, "=> 0x00001000 (main):  nop")]
    [InlineData(new[] { "0x1004", "2" }, 2, "   0x00001004 (main+0x4):  nop")]
    [InlineData(new[] { "$pc", "1" }, 1, "=> 0x00001000 (main):  nop")]
    [InlineData(new[] { "main" }, 1, "'main' is no address")]
    [InlineData(new[] { "0x1000", "0" }, 1, "'0' is no count")]
    public void Instructions_are_disassembled(string[] words, int lines, string first)
    {
        _machine.ScriptedCore.ProgramCounter = 0x1000;
        string[] printed = Lines("disassemble", words);
        printed.Length.ShouldBe(lines);
        printed[0].ShouldStartWith(first);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1234.56, "1235")]
    [InlineData(0.00123456, "0.001235")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(1.5e-12, "1.5e-12")]
    [InlineData(2e12, "2e+12")]
    public void Numbers_have_four_digits(double value, string text) => MonitorText.Number(value).ShouldBe(text);

    private string Ask(string command, params string[] words) =>
        new MachineMonitor(_machine).Commands.Single(known => known.Name == command).Answer(words);

    private string[] Lines(string command, params string[] words) =>
        [.. Ask(command, words).TrimEnd('\n').Split('\n').Select(static line => line.TrimEnd())];

    private sealed class View : IMachineView, IEnergyTotals
    {
        public ScriptedCore ScriptedCore { get; } = new();

        public Int128 Elapsed => 1_000_000_000_001;

        public MachineNames Names { get; } = new()
        {
            Components = ["ram", "core"],
            Memories = [0],
            Tasks = ["signs"],
            Interrupts = [],
            Powered = 2,
            Core = 1,
        };

        public IEnergyTotals Energy => this;

        public MachineJournal Journal { get; } = new();

        public CoreDebug Core => ScriptedCore;

        public CoreCounters Counters => new(1500, 2000, 30);

        public bool IsWaiting => false;

        public SymbolTable Symbols { get; } = new([new Symbol("main", 0x1000, 64)]);

        public Power Total => Power.FromMilliwatts(1.25);

        public PowerState StateOf(int component) => component == 0 ? PowerState.Retention : PowerState.On;

        public Energy EnergyOf(int component) => Abstractions.Units.Energy.FromMillijoules(1 + (2 * component));

        public Power PowerOf(int component) => Power.FromMilliwatts(0.5);
    }
}
