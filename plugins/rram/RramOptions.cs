using Memti.Abstractions.Memories;
using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Rram;

/// <summary>Options of an RRAM: those of any memory of cells, with another default cell.</summary>
public sealed class RramOptions : CellMemoryOptions
{
    /// <summary>Default cell, also the meaning of <c>rram</c> on the command line.</summary>
    public const string DefaultCell = "rram-1t1r-53f2";

    /// <summary>Cell of the array; null for <see cref="DefaultCell"/>.</summary>
    [Parameter(
        "Cell of the array; leave out for " + DefaultCell,
        Source = "Donato et al., IEEE Micro 2019: 1T1R; its area is NVMExplorer's",
        Status = NumberStatus.Published)]
    public override string? Cell { get; set; }
}
