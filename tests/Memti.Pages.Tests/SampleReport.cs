using Memti.Abstractions.Parameters;
using Memti.Runs.Reports;
using Memti.Runs.Timelines;

namespace Memti.Pages.Tests;

/// <summary>A report with invented numbers.</summary>
internal static class SampleReport
{
    public const string Hostile = "</script><script>window.hacked=1</script>\"'><img src=x onerror=window.hacked=1>&<b>";

    public static RunReport Of(params string[] names) => new()
    {
        Scenario = names[0],
        ScenarioSha256 = new string('a', 64),
        CalibrationSha256 = new string('c', 64),
        Seed = 1,
        Overrides = ["workload.fps=15"],
        Version = "0.1.0",
        Fps = 30,
        DurationSeconds = 3600,
        Baseline = new BaselineSummary(names[0], "always-on", new Dictionary<string, string>(), 15, 0),
        BestBaseline = new BaselineSummary(names[0], "duty-cycle", new Dictionary<string, string> { ["margin"] = names[0] }, 0.8, 0),
        TriedBaselines = [],
        ReferenceSource = "Somebody et al., " + names[0],
        Designs = [.. names.Select(Design)],
        Calibration = [new CalibrationRow("nvdla.weight_port_gbs", "8", NumberStatus.Fitted, "chosen", ["memti.max_fps"])],
        Numbers =
        [
            new NumberRow("nvdla.weight_port_gbs", "8", NumberStatus.Fitted, "chosen to give the published rate"),
            new NumberRow("dram.background_mw", "183", NumberStatus.Assumed, names[0]),
        ],
        Plugins = [new PluginRow("memti.rram", "0.1.0.0", new string('b', 64)), new PluginRow("memti.firmware", null, null)],
    };

    private static DesignReport Design(string name, int place)
    {
        double scale = Math.Pow(3, -place);
        var figures = new DesignFigures
        {
            MaxFps = 400,
            PowerMw = 350,
            WeightMemoryAreaMm2 = place == 0 ? null : 1.1,
            EnergyPerFrameMj = 15 * scale,
            SavedEnergy = 1 / scale,
            SavedEnergyBestBaseline = 0.05 / scale,
            FramesMissed = 0,
            LifetimeYears = place == 0 ? null : 0.1,
        };
        return new DesignReport
        {
            Name = name,
            Description = "weights in " + name,
            Firmware = "duty-cycle",
            OperatingPoint = new OperatingPoint(30, 108_000, 108_000, 3600, 15 * scale * 108_000, 450 * scale),
            Figures = figures,
            Comparisons = [.. ResultColumn.All.Select(column => Compare(column, figures))],
            Energy =
            [
                new EnergyPost("nvdla", "compute", "signs", 5 * scale), new EnergyPost("nvdla", "clock", null, 4 * scale),
                new EnergyPost(name, "leakage", null, 6 * scale),
            ],
            LedgerGap = 5e-16,
            Tasks = [new TaskTime("signs", 2.4, "weight port", 1000, 100)],
            Lifetimes = place == 0 ? [] : [Lifetime(name)],
            Memories = [new MemoryRow(name, "rram", "shared+task_specific", 5671, 6528, 17_825_792, 17_000_000, 0.34, 13.4, "1 x 16 Mi cells", null)],
            Power = new PowerSummary(108_000, 0, 0.07, 30.9, 2.2, 50, 25, 300, 0.4),
            Frames = new FrameSummary(108_000, 108_000, 0, 0, 0, 30, 0, 0, 0, 0, 2.4, 12, 107_988, 300),
            Timeline = Timeline(name),
            Variants = [],
        };
    }

    private static Comparison Compare(ResultColumn column, DesignFigures figures) => new(
        column, column.Value(figures), NumberStatus.Assumed, column.Key == "max_fps" ? 429 : null,
        column.Key == "max_fps" ? NumberStatus.Published : null,
        column.Key == "energy_per_frame_mj" ? [new Elasticity("dram.background_mw", 0.4), new Elasticity("nvdla.weight_port_gbs", -0.3)] : []);

    private static RegionLifetime Lifetime(string name) => new()
    {
        Memory = name,
        Region = "shared weights",
        Endurance = 1e6,
        RetentionDays = 36,
        ScrubDays = null,
        WritesPerCell = 1,
        WritesOnce = 1,
        WritesPerDay = 0,
        Bound = "retention",
        Years = 0.1,
    };

    private static FrameTimeline Timeline(string name) => new()
    {
        Frame = 1,
        Length = 33_333_333_333,
        Components =
        [
            new ComponentLane("nvdla", [new StateSpan("waking", 0, 100_000_000), new StateSpan("active", 100_000_000, 2_400_000_000), new StateSpan("off", 2_400_000_000, 33_333_333_333)]),
            new ComponentLane(name, [new StateSpan("on", 0, 33_333_333_333)]),
        ],
        Activities = [new ActivitySpan("inference", "signs", ["nvdla", name], 4096, 100_000_000, 2_400_000_000)],
        Power = [new PowerStep(0, 120), new PowerStep(100_000_000, 350.5), new PowerStep(2_400_000_000, 0.4)],
        IsCut = false,
    };
}
