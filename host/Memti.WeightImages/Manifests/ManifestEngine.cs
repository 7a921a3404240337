namespace Memti.WeightImages.Manifests;

/// <summary>The engine of a plugin that computed the weights.</summary>
/// <param name="Name">Name of the engine.</param>
/// <param name="Version">Versions of engine and library.</param>
/// <param name="Device">Where it computed.</param>
/// <param name="Precision">Number formats of the computation.</param>
/// <param name="InstructionSet">Instruction set that the library chose; empty when nobody knows.</param>
/// <param name="ReproducesBits">True when the same inputs give the same bits on every processor.</param>
public sealed record ManifestEngine(
    string Name, string Version, string Device, string Precision, string InstructionSet, bool ReproducesBits);
