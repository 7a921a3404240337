using Memti.Abstractions.Parameters;

namespace HelloTrainable;

/// <summary>Options of the network.</summary>
public sealed class ProjectionOptions
{
    /// <summary>Rows and columns of the grid over which pixels are averaged.</summary>
    [Parameter("Rows and columns of the grid over which pixels are averaged", Minimum = 1, Maximum = 32, Source = "Chosen for the sample")]
    public int Grid { get; set; } = 6;

    /// <summary>Features of the shared projection.</summary>
    [Parameter("Features of the shared projection", Minimum = 1, Maximum = 4096, Source = "Chosen for the sample")]
    public int Features { get; set; } = 48;

    /// <summary>Bits of one stored weight that all tasks share.</summary>
    [Parameter("Bits of a shared parameter", Unit = "bit", Minimum = 2, Maximum = 16, Source = "Chosen for the sample")]
    public int SharedBits { get; set; } = 8;

    /// <summary>Bits of one stored parameter of a task.</summary>
    [Parameter("Bits of a task-specific parameter", Unit = "bit", Minimum = 2, Maximum = 16, Source = "Chosen for the sample")]
    public int TaskBits { get; set; } = 8;
}
