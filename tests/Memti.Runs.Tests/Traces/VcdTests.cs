using System.Text;
using Memti.Runs.Traces;
using Memti.Simulation.Executables;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Tests.Traces;

public sealed class VcdTests
{
    /// <summary>A frame: a load and an inference that overlap, a power-down and a wake-up, an interrupt, calls and marks.</summary>
    internal static void Play(IMachineListener listener) => new ScriptedMachine(listener)
        .Say(static (hears, now) => hears.Restarted(now, 0x100))
        .At(1_000).Frame(0, FrameStep.Delivered, 1_000, 41_000, 1)
        .Say(static (hears, now) => hears.Interrupt(now, 0, true))
        .Say(static (hears, now) => hears.Task(now, 1))
        .Begin(4, ActivityKind.Load, [0, 1], task: 1, bits: 4_096)
        .At(2_500).Say(static (hears, now) => hears.Called(now, 0x200, 0x104))
        .Begin(5, ActivityKind.Load, [1], task: 0, bits: 64)
        .At(3_000).Say(static (hears, now) => hears.Interrupt(now, 0, false))
        .End(4)
        .Begin(4, ActivityKind.Inference, [0], task: 1)
        .At(4_000).Say(static (hears, now) => hears.Mark(now, 7))
        .End(5, aborted: true)
        .At(5_000).End(4)
        .Say(static (hears, now) => hears.Returned(now, 0x104))
        .Say(static (hears, now) => hears.Task(now, -1))
        .Frame(0, FrameStep.Completed, 1_000, 41_000, 1)
        .At(6_000).Enter(0, PowerState.Off).Enter(1, PowerState.Retention)
        .At(9_000).Spend(0, 2e-9).Enter(0, PowerState.Waking, 500).Enter(1, PowerState.Waking, 200)
        .At(9_500).Enter(0, PowerState.On).Enter(1, PowerState.On)
        .Finish(10_000);

    internal static SymbolTable Symbols { get; } = new([new("main", 0x100, 0x40), new("run layer", 0x200, 0x40)]);

    [Fact]
    public void A_run_is_written_as_one_change_of_a_variable_in_a_moment() => Text(0, 20_000).ShouldBe(
        """
        $version memti $end
        $timescale 1ps $end
        $scope module node $end
        $var real 64 ! power_w $end
        $var real 64 " energy_j $end
        $var string 1 # task $end
        $var string 1 $ function $end
        $var wire 64 % frame $end
        $var wire 1 & frame_open $end
        $var wire 32 ' mark $end
        $scope module states $end
        $var string 1 ( nvdla $end
        $var string 1 ) adapters $end
        $var string 1 * cpu $end
        $upscope $end
        $scope module activities $end
        $var wire 1 + inference $end
        $var wire 1 , load $end
        $var wire 1 - arrival $end
        $var wire 1 . deployment $end
        $var wire 1 / scrub $end
        $var wire 1 0 wake_up $end
        $var wire 1 1 layer $end
        $var wire 1 2 copy $end
        $upscope $end
        $scope module interrupts $end
        $var wire 1 3 frame $end
        $var wire 1 4 dma $end
        $upscope $end
        $upscope $end
        $enddefinitions $end
        #0
        $dumpvars
        r3 !
        r0 "
        s- #
        smain $
        bx %
        0&
        bx '
        son (
        son )
        son *
        0+
        0,
        0-
        0.
        0/
        00
        01
        02
        03
        04
        $end
        #1000
        b0 %
        1&
        13
        1,
        sactive (
        sactive )
        sfaces #
        r4 !
        r3E-09 "
        #2500
        srun_layer $
        r4.5 !
        r9E-09 "
        #3000
        03
        1+
        r4 !
        r1.125E-08 "
        #4000
        b111 '
        0,
        son )
        r3.5 !
        r1.525E-08 "
        #5000
        0+
        smain $
        0&
        son (
        s- #
        r3 !
        r1.875E-08 "
        #6000
        soff (
        sretention )
        r1 !
        r2.175E-08 "
        #9000
        swaking (
        swaking )
        r3 !
        r2.675E-08 "
        #9200
        son )
        #9500
        son (
        r2.825E-08 "
        #10000
        r2.975E-08 "

        """);

    [Fact]
    public void A_window_begins_with_all_that_holds_and_ends_where_it_was_said_to_end()
    {
        string text = Text(3_500, 1_000);

        string[] lines = text[text.IndexOf("#3500", StringComparison.Ordinal)..].TrimEnd().Split('\n');
        lines[0].ShouldBe("#3500");
        lines.ShouldContain("r4 !");
        lines.ShouldContain("r0 \"");
        lines.ShouldContain("srun_layer $");
        lines.ShouldContain("sactive (");
        lines.ShouldContain("sfaces #");
        lines.ShouldContain("b0 %");
        lines.ShouldContain("1+");
        lines.ShouldContain("1,");
        lines.Where(static line => line.StartsWith('#')).ShouldBe(["#3500", "#4000", "#4500"]);
        Energy(lines).ShouldBe(0.5e-9 * 4 + 0.5e-9 * 3.5, 1e-18);
    }

    [Fact]
    public void The_energy_of_a_window_is_that_of_the_machine_in_it()
    {
        string[] lines = Text(0, 20_000).TrimEnd().Split('\n');

        Energy(lines).ShouldBe(1e-9 * (3 + 6 + 2.25 + 4 + 3.5 + 3 + 3 + 2 + 1.5 + 1.5), 1e-17);
    }

    [ToolFact("vcd2fst", "fst2vcd")]
    public void The_reader_of_GTKWave_takes_it_and_gives_back_every_time_and_value()
    {
        using var folder = new TemporaryFolder();
        string vcd = folder.Write("run.vcd", Text(0, 20_000));

        ToolFactAttribute.Run("vcd2fst", vcd, folder.Path("run.fst"));
        string back = ToolFactAttribute.Run("fst2vcd", folder.Path("run.fst"));

        Times(back).ShouldBe(Times(File.ReadAllText(vcd)));
        back.ShouldContain("srun_layer ");
        back.ShouldContain("sretention ");
    }

    [Fact]
    public void Names_of_variables_stay_apart_beyond_ninety_four()
    {
        using var output = new MemoryStream();
        var file = new VcdStream(output);

        VcdSignal[] signals = [.. Enumerable.Range(0, 10_000).Select(number => file.Declare("wire 1", $"w{number}"))];

        signals.Select(static signal => Encoding.ASCII.GetString(signal.Id)).Distinct().Count().ShouldBe(10_000);
    }

    internal static string Text(long from, long length)
    {
        using var output = new MemoryStream();
        var window = new TraceWindow(from, from + length);
        Play(new TraceRecorder(new VcdWriter("node", output), window, Symbols));
        return Encoding.ASCII.GetString(output.ToArray());
    }

    private static double Energy(string[] lines) =>
        double.Parse(lines.Last(static line => line.EndsWith(" \"", StringComparison.Ordinal))[1..^2], System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Times(string vcd) => [.. vcd.Split('\n').Where(static line => line.StartsWith('#')).Order()];
}
