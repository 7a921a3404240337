using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Memories;

/// <summary>A layer with all that it moves and computes, before time is laid over it.</summary>
internal sealed record LayerWork(Layer Layer, Load Load)
{
    internal BufferSplit? Buffer { get; init; }

    internal bool Winograd { get; init; }

    internal DataSize SharedWeights { get; init; }

    internal DataSize TaskWeights { get; init; }

    internal DataSize Input { get; init; }

    /// <summary>Second operand of an addition; part of <see cref="Input"/>.</summary>
    internal DataSize Operand { get; init; }

    internal DataSize Output { get; init; }
}
