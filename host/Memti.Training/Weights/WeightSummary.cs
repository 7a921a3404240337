using System.Globalization;
using Memti.WeightImages.Manifests;

namespace Memti.Training.Weights;

/// <summary>What a build came to, in five lines.</summary>
internal static class WeightSummary
{
    private const string NotSimulated = "not simulated";

    /// <summary>The lines: accuracy, energy, area, lifetime, manifest.</summary>
    /// <param name="manifest">The manifest of the images.</param>
    /// <param name="file">Where it lies.</param>
    public static IReadOnlyList<string> Of(WeightManifest manifest, string file)
    {
        ManifestCost? cost = manifest.Cost;
        return
        [
            $"accuracy: {string.Join(", ", manifest.Tasks.Select(Accuracy))}",
            $"energy:   {(cost is null ? NotSimulated : $"{Text(cost.EnergyPerFrameMj)} mJ per frame, of design '{cost.Design}'")}",
            $"area:     {(cost is null ? NotSimulated : $"{Text(cost.WeightMemoryAreaMm2)} mm2 of memories that hold weights")}",
            $"lifetime: {(cost is null ? NotSimulated : Lifetime(cost))}",
            $"manifest: {file}",
        ];
    }

    private static string Accuracy(ManifestTask task) => task.After is { } after
        ? string.Create(
            CultureInfo.InvariantCulture, $"{task.Name} {after.Mean * 100:0.0} % ({after.Low * 100:0.0} to {after.High * 100:0.0})")
        : $"{task.Name} not measured";

    private static string Lifetime(ManifestCost cost) =>
        cost.LifetimeYears is { } years ? $"{Text(years)} years" : "no memory wears out";

    // Four digits say enough here; the manifest has them all.
    private static string Text(double value) => value >= 1000
        ? value.ToString("0", CultureInfo.InvariantCulture)
        : value.ToString("G4", CultureInfo.InvariantCulture);
}
