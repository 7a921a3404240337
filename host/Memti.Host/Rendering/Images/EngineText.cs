using System.Globalization;
using Memti.WeightImages.Manifests;

namespace Memti.Host.Rendering.Images;

/// <summary>Says what computed the weights of a manifest, when that was an engine of a plugin.</summary>
internal static class EngineText
{
    /// <summary>A line, or nothing for weights of the model's own code.</summary>
    public static string Of(WeightManifest manifest)
    {
        if (manifest.Model.Engine is not { } engine)
            return "";
        string[] how = [engine.Version, engine.Device, engine.Precision, engine.InstructionSet];
        string bits = engine.ReproducesBits
            ? "the same bits on every processor"
            : "the same bits only with these versions, device, instruction set and threads";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"weights computed by {engine.Name} ({string.Join(", ", how.Where(static part => part.Length > 0))}, "
                + $"{manifest.Parameters.Threads} threads): {bits}\n");
    }
}
