using Memti.Abstractions.Units;

namespace Memti.Abstractions.Parameters;

/// <summary>
/// Makes a property of an options class a key of the scenario. The key is the property's name in snake case, followed by
/// <c>_</c> and the unit for quantities: <c>[Parameter("Width of a set pulse", Unit = "ns")] SimTime SetPulse</c> is <c>set_pulse_ns</c>.
/// Types: int, long, double, bool, string, enum (values in snake case), nullable of these,
/// <see cref="SimTime"/> (ps, ns, us, ms, s), <see cref="Energy"/> (pj, nj, uj, mj), <see cref="Power"/> (nw, uw, mw, w),
/// <see cref="Area"/> (um2, mm2), <see cref="DataSize"/> (bit, byte, kib, mib), <see cref="Bandwidth"/> (gbs), <see cref="Frequency"/> (mhz, ghz).
/// </summary>
/// <param name="description">One sentence for <c>memti describe</c> and the JSON schema.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string description) : Attribute
{
    /// <summary>What the parameter is.</summary>
    public string Description { get; } = description;

    /// <summary>Unit of the number in the file. For the quantity types it also becomes the end of the key; for plain numbers it is shown only.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Least permitted number, in the unit of the key.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest permitted number, in the unit of the key.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// True when the number is meant to be a power of two, such as a bank or a word. The run moves it to the next power of two to see what rests on
    /// it; other numbers are still taken. Default: false.
    /// </summary>
    public bool PowersOfTwo { get; init; }

    /// <summary>
    /// Spacing of the numbers that make sense, such as 8 pixels, in the unit of the key; the run moves the number by one step. Zero for none: a
    /// whole number then moves by one or by a percent, whichever is more, and any other by a percent. Default: 0.
    /// </summary>
    public double Step { get; init; }

    /// <summary>The values that the number comes in, rising, such as speed grades; the run moves it to the next one. Default: empty, for any.</summary>
    public double[] Grades { get; init; } = [];

    /// <summary>Where the default comes from.</summary>
    public string Source { get; init; } = "";

    /// <summary>
    /// How well the default is known. What was chosen because it gives a published result is <see cref="NumberStatus.Fitted"/>, also a word or a
    /// switch. Default: assumed.
    /// </summary>
    public NumberStatus Status { get; init; } = NumberStatus.Assumed;
}
