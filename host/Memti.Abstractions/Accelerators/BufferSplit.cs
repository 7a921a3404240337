using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>How an accelerator's own buffer is divided for one layer.</summary>
/// <param name="Features">Room for features, zero or more.</param>
/// <param name="Weights">Room for weights, zero or more.</param>
public readonly record struct BufferSplit(DataSize Features, DataSize Weights);
