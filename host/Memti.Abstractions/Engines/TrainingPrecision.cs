using System.Diagnostics.CodeAnalysis;
using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Engines;

/// <summary>Number format in which an engine computes. Parameters and gradients of what learns are always 32 bits wide.</summary>
public enum TrainingPrecision
{
    /// <summary>Floating point of 32 bits.</summary>
    [Word("fp32")]
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "IEEE 754's word for the format.")]
    Single,

    /// <summary>Brain floating point of 16 bits for frozen kernels and activations.</summary>
    [Word("bf16")]
    BFloat16,
}
