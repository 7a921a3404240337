using Memti.Abstractions.Memories;
using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Rram;

/// <summary>What a scenario says of an RRAM: what it says of any memory of cells.</summary>
public sealed class RramOptions : CellMemoryOptions
{
    /// <summary>The cell where none is named, the one that <c>rram</c> means on the command line, too.</summary>
    public const string DefaultCell = "rram-1t1r-53f2";

    /// <summary>Cell of the array; null for <see cref="DefaultCell"/>.</summary>
    [Parameter("Cell of the array; leave out for " + DefaultCell, Source = "Donato et al., IEEE Micro 2019: 1T1R; its area is NVMExplorer's", Status = NumberStatus.Published)]
    public override string? Cell { get; set; }
}
