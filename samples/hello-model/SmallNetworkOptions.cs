using Memti.Abstractions.Parameters;

namespace HelloModel;

/// <summary>Options of the network in a scenario.</summary>
public sealed class SmallNetworkOptions
{
    /// <summary>Height and width of the input; halved twice on the way.</summary>
    [Parameter("Height and width of the input", Unit = "px", Minimum = 8, Maximum = 1024, Source = "Chosen for the sample")]
    public int InputPx { get; set; } = 32;

    /// <summary>Channels after the first convolution; the second has twice as many.</summary>
    [Parameter("Channels of the first convolution", Minimum = 1, Maximum = 1024, Source = "Chosen for the sample")]
    public int Channels { get; set; } = 16;

    /// <summary>Bits of one stored weight that all tasks share.</summary>
    [Parameter("Bits of a shared parameter", Unit = "bit", Minimum = 1, Maximum = 32, Source = "Chosen for the sample")]
    public int SharedBits { get; set; } = 8;

    /// <summary>Bits of one stored parameter of a task.</summary>
    [Parameter("Bits of a task-specific parameter", Unit = "bit", Minimum = 1, Maximum = 32, Source = "Chosen for the sample")]
    public int TaskBits { get; set; } = 16;
}
