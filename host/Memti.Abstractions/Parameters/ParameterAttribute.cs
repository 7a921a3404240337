using Memti.Abstractions.Units;

namespace Memti.Abstractions.Parameters;

/// <summary>
/// Makes a property of an options class a key of the scenario. The key is the property's name in snake case, followed by <c>_</c> and the
/// unit for quantities: <c>[Parameter("Width of a set pulse", Unit = "ns")] SimTime SetPulse</c> is <c>set_pulse_ns</c>. Types: int,
/// long, double, bool, string, enum (values in snake case), nullable of these, <see cref="SimTime"/> (ps, ns, us, ms, s),
/// <see cref="Energy"/> (pj, nj, uj, mj), <see cref="Power"/> (nw, uw, mw, w), <see cref="Area"/> (um2, mm2), <see cref="DataSize"/>
/// (bit, byte, kib, mib), <see cref="Bandwidth"/> (gbs), <see cref="Frequency"/> (mhz, ghz), and <see cref="ScenarioFile"/> for a file
/// beside the scenario.
/// </summary>
/// <param name="description">One sentence for <c>memti describe</c> and the JSON schema.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string description) : Attribute
{
    /// <summary>One sentence about the parameter.</summary>
    public string Description { get; } = description;

    /// <summary>Unit of the number in the file. Quantity types also append it to the key; plain numbers only show it. Default:
    /// empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Least permitted number, in the unit of the key. Default: no limit.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest permitted number, in the unit of the key. Default: no limit.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// True when the number should be a power of two, such as a bank or word size. The sensitivity analysis then moves it to the next power
    /// of two; other numbers are still permitted. Default: false.
    /// </summary>
    public bool PowersOfTwo { get; init; }

    /// <summary>
    /// Step between sensible numbers, such as 8 pixels, in the unit of the key. The sensitivity analysis moves the number by one step.
    /// Default: 0, which moves an integer by one or by a percent, whichever is more, and other numbers by a percent.
    /// </summary>
    public double Step { get; init; }

    /// <summary>Available values in ascending order, such as speed grades. The sensitivity analysis moves the number to the next one.
    /// Default: empty, for any value.</summary>
    public double[] Grades { get; init; } = [];

    /// <summary>
    /// True for what says how weights are computed, and not what the network is: no figure of a run depends on it, and images of weights
    /// that were computed otherwise fit. Default: false.
    /// </summary>
    public bool OfTraining { get; init; }

    /// <summary>
    /// Low end of the range in which the source leaves the default, in the unit of the key; <see cref="High"/> is the other end. A sweep
    /// with uncertainty draws a fitted or assumed default from it. Default: NaN, for no stated range.
    /// </summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>High end of the range in which the source leaves the default, in the unit of the key. Default: NaN, for no stated
    /// range.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>Source of the default. Default: empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>
    /// Status of the default. A value chosen to reproduce a published result is <see cref="NumberStatus.Fitted"/>, even a word or a switch.
    /// Default: assumed.
    /// </summary>
    public NumberStatus Status { get; init; } = NumberStatus.Assumed;
}
