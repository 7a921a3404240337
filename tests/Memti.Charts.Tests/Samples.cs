using Memti.Charts.Axes;

namespace Memti.Charts.Tests;

/// <summary>One chart of each kind, with invented numbers and awkward names.</summary>
internal static class Samples
{
    private static readonly string[] Designs = ["all-dram", "all-sram", "all-rram", "memti", "rram-adapters", "<b>\"hostile\" & very long name of a design"];

    public static IReadOnlyDictionary<string, Chart> All { get; } = new Dictionary<string, Chart>
    {
        ["stacked"] = new StackedBars
        {
            Title = "Energy of a frame by cause",
            Source = "Invented numbers; memti 0.1.0",
            Rows = Designs,
            Axis = new Axis("energy per frame (mJ)"),
            SumText = static sum => $"{sum:0.0#} mJ",
            Series =
            [
                new("compute", [1.1, 1.1, 1.1, 0.4, 0.4, 0.2]),
                new("clock", [2.0, 1.9, 0.5, 0.1, 0.1, 0.2]),
                new("read", [3.0, 1.0, 2.0, 0.3, 0.3, 0.1]),
                new("write", [0.2, 0.2, 0.2, 0.05, 0.05, null]),
                new("leakage", [4.0, 14, 0.5, 0.2, 0.2, 0.1]),
                new("refresh", [4.0, 1.0, 1.0, 0.1, 0.1, 0]),
                new("wake_up", [0, 0, 0.1, 0.02, 0.02, 0]),
                new("task_switch_write", [0, 3, 5.0, 0.1, 0.04, 0.1]),
            ],
        },
        ["lines"] = new XyChart
        {
            Title = "Energy per frame against frame rate, five designs, normalised to all-dram",
            Source = "Invented numbers",
            Guide = 1,
            X = new Axis("frame rate (frames/s)", AxisScale.Logarithmic),
            Y = new Axis("energy per frame / all-dram", AxisScale.Logarithmic),
            Series = [.. Designs[1..].Select(static (name, place) => Line(name, 0.1 * (place + 1), 0.3 * (place - 1)))],
            Marks = [new(12, 1, "memti = all-dram at 12 frames/s"), new(200, 1, "rram-adapters = all-dram at 200 frames/s")],
        },
        ["steps"] = new XyChart
        {
            Title = "Power of memti over a frame",
            X = new Axis("time (ms)"),
            Y = new Axis("power (mW)"),
            Series = [new("power", [0, 0.2, 0.8, 2.4, 33.3], [12, 310, 290.5, 0.4, 0.4]) { Line = LineStyle.Steps, HasMarkers = false }],
        },
        ["front"] = new XyChart
        {
            Title = "Energy against area",
            Source = "Invented numbers",
            X = new Axis("area (mm²)"),
            Y = new Axis("energy per frame (mJ)", AxisScale.Logarithmic),
            Series =
            [
                new("points", [.. Points(600, 0)], [.. Points(600, 1).Select(static value => Math.Pow(10, value))]) { Line = LineStyle.None, Look = 5 },
                new("Pareto front", [0.02, 0.1, 0.3, 0.9], [6, 2.5, 1.4, 1.05]) { Line = LineStyle.Steps, Look = 1 },
            ],
        },
        ["best"] = new XyChart
        {
            Title = "Energy against area, the front of three objectives",
            X = new Axis("area (mm²)"),
            Y = new Axis("energy per frame (mJ)", AxisScale.Logarithmic),
            Series =
            [
                Scattered("rram", 60, 0, isFaint: true), Scattered("pcm", 60, 1, isFaint: true),
                Scattered("rram", 5, 0, isFaint: false), Scattered("pcm", 5, 1, isFaint: false),
            ],
            Boundary = new PointSeries("front", [0.02, 0.1, 0.3, 0.9], [6, 2.5, 1.4, 1.05]),
        },
        ["intervals"] = new XyChart
        {
            Title = "Energy per frame, with the interval of 90 % of the draws",
            X = new Axis("frame rate (frames/s)", AxisScale.Logarithmic),
            Y = new Axis("energy per frame (mJ)", AxisScale.Logarithmic),
            Series =
            [
                Line("all-dram", 16, -0.9) with { Intervals = [.. Enumerable.Repeat(new Interval(double.NaN, double.NaN), 10)] },
                new("memti", [1, 10, 100], [4, 2, 1.5]) { Intervals = [new(3, 6), new(1.5, 2.6), new(1.2, 1.6)] },
            ],
        },
        ["uneven"] = new GroupedBars
        {
            Title = "Area of each cell",
            Axis = new Axis("area (mm²)"),
            ValueFormat = "0.00",
            Panels =
            [
                new("", ["rram", "pcm", "ctt"],
                    [new("memti", [0.3, null, 0.2]) { Intervals = [new(0.2, 0.7), new(double.NaN, double.NaN), new(0.1, 0.22)] }]),
            ],
        },
        ["groups"] = new GroupedBars
        {
            Title = "Accuracy",
            Source = "error bars: one standard deviation over chips, up and down",
            Axis = new Axis("accuracy on test images (%)") { Max = 100 },
            Panels =
            [
                new("rram, 3 bits per cell", ["signs", "digits", "things"],
                [
                    new("fixed point, no faults", [92.1, 90.3, 88]),
                    new("faulty, before retraining", [60.2, 55.5, 41]) { Spreads = [3, 4.2, 9] },
                    new("faulty, after retraining", [90.5, 88.1, 85.2]) { Spreads = [1, 0.5, 2] },
                ])
                { Notes = ["20 chips, 5 after", "20 chips, 5 after", "20 chips, 5 after"] },
                new("sram, 0.5 V", [.. Enumerable.Range(1, 9).Select(static task => $"task {task}")],
                [
                    new("fixed point, no faults", [.. Enumerable.Range(1, 9).Select(static task => (double?)(90 - task))]),
                    new("faulty, before retraining", [.. Enumerable.Range(1, 9).Select(static task => (double?)(50 - task))]),
                    new("faulty, after retraining", [.. Enumerable.Range(1, 9).Select(static task => task == 3 ? null : (double?)(85 - task))]),
                ]),
            ],
        },
        ["dots"] = new DotChart
        {
            Title = "Lifetime of each memory",
            Axis = new Axis("lifetime (years)", AxisScale.Logarithmic),
            Kinds = ["ends by endurance", "ends by retention", "does not end"],
            Rows =
            [
                new("all-rram / weights", 0.00035, "3.1 h", 0), new("memti / shared", 0.098, "35.8 days", 1),
                new("flash-node / backing", 12, "12 years", 0), new("sram", null, "not worn", 2),
            ],
        },
        ["tornado"] = new Tornado
        {
            Title = "What moves the energy of memti",
            Source = "Each number at the ends of its stated range",
            Axis = new Axis("energy per frame (mJ)"),
            Base = 1.324,
            Rows = [new("dram.background_mw, 58 to 183", 0.91, 1.324), new("nvdla.weight_port_gbs, 4 to 16", 1.52, 1.2), new("rram.read_pj, 1 to 3", 1.29, 1.38)],
        },
    };

    private static PointSeries Scattered(string name, int count, int look, bool isFaint) => new(
        name,
        [.. Points(count, look)],
        [.. Points(count, 1 - look).Select(value => Math.Pow(10, value + (look * 0.2)))])
    {
        Line = LineStyle.None,
        Look = look,
        IsFaint = isFaint,
    };

    private static PointSeries Line(string name, double level, double slope)
    {
        double[] rates = [1, 2, 5, 10, 20, 30, 60, 120, 240, 400];
        return new PointSeries(name, rates, [.. rates.Select(rate => rate > 300 && slope > 0.5 ? double.NaN : level * Math.Pow(rate, slope))]);
    }

    /// <summary>Numbers from 0 to 1 that look random: multiples of irrational steps.</summary>
    private static IEnumerable<double> Points(int count, int dimension) =>
        Enumerable.Range(1, count).Select(point => point * (dimension == 0 ? 0.7548776662466927 : 0.5698402909980532) % 1);
}
