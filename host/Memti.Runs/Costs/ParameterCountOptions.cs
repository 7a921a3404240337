using Memti.Abstractions.Parameters;

namespace Memti.Runs.Costs;

/// <summary>Options of a network of which only sizes are known.</summary>
public sealed class ParameterCountOptions
{
    /// <summary>Parameters of each task.</summary>
    [Parameter("Number of parameters of each of its tasks; nothing is shared", Minimum = 1, Maximum = 1e12,
        Source = "a scenario that only asks for times need not know it")]
    public long Parameters { get; set; } = 1;

    /// <summary>Values of an input frame.</summary>
    [Parameter("Values of an input frame, 8 bits each", Minimum = 1, Maximum = 1e9,
        Source = "a scenario that only asks for times need not know it")]
    public int InputValues { get; set; } = 1;

    /// <summary>Bits of a stored parameter.</summary>
    [Parameter("Bits of one stored parameter", Unit = "bit", Minimum = 1, Maximum = 64, Source = "8-bit weights are the usual ones")]
    public int TaskBits { get; set; } = 8;
}
