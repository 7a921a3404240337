using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>What an accelerator's own buffer holds of a layer at one time.</summary>
/// <param name="Features">Part for features.</param>
/// <param name="Weights">Part for weights.</param>
public readonly record struct BufferSplit(DataSize Features, DataSize Weights);
