using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Memories;

/// <summary>Everything that a layer moves and computes, before it is scheduled.</summary>
internal sealed record LayerWork(Layer Layer, Load Load)
{
    internal BufferSplit? Buffer { get; init; }

    internal bool Winograd { get; init; }

    internal DataSize SharedWeights { get; init; }

    internal DataSize TaskWeights { get; init; }

    internal DataSize Input { get; init; }

    /// <summary>Second operand of an addition; included in <see cref="Input"/>.</summary>
    internal DataSize Operand { get; init; }

    internal DataSize Output { get; init; }
}
