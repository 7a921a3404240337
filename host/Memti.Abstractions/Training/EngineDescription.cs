namespace Memti.Abstractions.Training;

/// <summary>What computes a training. Run identities, manifests and reports state it.</summary>
/// <param name="Name">The engine, such as <c>torch</c>: the kind under which a plugin offers it.</param>
/// <param name="Version">Versions of engine and library, such as <c>TorchSharp 0.107.0, libtorch 2.10.0</c>.</param>
/// <param name="Device">The device, such as <c>cpu</c> or <c>cuda: NVIDIA H200</c>.</param>
/// <param name="Precision">Number formats of the computation, such as <c>fp32</c> or <c>bf16, last 2 epochs fp32</c>.</param>
/// <param name="InstructionSet">Instruction set that the library chose, such as <c>AVX512</c>; empty when it is not known.</param>
public sealed record EngineDescription(string Name, string Version, string Device, string Precision, string InstructionSet)
{
    /// <summary>
    /// True when the same request gives the same bits on every processor and for any number of threads. Default: false, for only with the
    /// same versions, device, instruction set and threads.
    /// </summary>
    public bool ReproducesBits { get; init; }
}
