using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Requests;
using Memti.Training.Weights.Stages;
using Memti.Training.Weights.Tasks;
using Memti.WeightImages.Manifests;

namespace Memti.Training.Weights;

/// <summary>
/// Stage <c>check</c>: says what weights and simulated deployment came to, and compares them with the budgets. Fast, so every build runs
/// it.
/// </summary>
public static class CheckStage
{
    /// <summary>Name of the stage.</summary>
    public const string Name = "check";

    /// <summary>
    /// Checks every budget. Each exceeded limit is an error at the place of its budget. A task that is no better than chance is a warning.
    /// </summary>
    /// <exception cref="MemtiException"><see cref="WeightCodes.StageMissing"/>: an earlier stage has not run; MEMTI72xx: weight images
    /// are damaged.</exception>
    public static StageResult Run(WeightRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var files = new StageFiles(request);
        if (!File.Exists(files.Manifest))
            throw new MemtiException(
                new Diagnostic(WeightCodes.StageMissing, "there is no manifest to check; run stage emit first.") { File = files.Manifest });
        WeightManifest manifest = ManifestFile.Read(files.Manifest);
        return new StageResult(
            false,
            [],
            [
                .. manifest.Tasks.Select(task => Chance(task, request)).OfType<Diagnostic>(),
                .. request.Budgets.SelectMany(budget => Check(budget, manifest, files)),
            ])
        {
            Summary = WeightSummary.Of(manifest, files.Manifest),
        };
    }

    /// <summary>The warning about a task whose classes could as well be guessed; null when they could not.</summary>
    private static Diagnostic? Chance(ManifestTask task, WeightRequest request)
    {
        if (task.After is not { } after || after.Low > 1.0 / task.Classes)
            return null;
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"task '{task.Name}' is no better than chance: its accuracy is {after.Mean * 100:0.##} %, with a 95 % interval from "
                + $"{after.Low * 100:0.##} to {after.High * 100:0.##} %, and one of {task.Classes} classes is guessed right in "
                + $"{100.0 / task.Classes:0.##} %. Train longer, on more pictures, or in a memory with fewer faults.");
        var warning = new Diagnostic(WeightCodes.NoBetterThanChance, message) { Severity = Severity.Warning, Value = Text(after.Mean) };
        return request.Tasks.FirstOrDefault(own => own.Name == task.Name) is { } item
            ? RequestValidator.At(item.Place, warning)
            : warning with { File = request.File };
    }

    private static IEnumerable<Diagnostic> Check(WeightBudget budget, WeightManifest manifest, StageFiles files)
    {
        if (budget.Task is { } named && manifest.Tasks.All(task => task.Name != named))
            throw new MemtiException(
                RequestValidator.Unknown(
                    budget.Place,
                    $"budget '{budget.Name}' is about a task '{named}', which the images do not have",
                    named,
                    [.. manifest.Tasks.Select(static task => task.Name)]));
        foreach (Diagnostic finding in manifest.Tasks
            .Where(task => budget.Task is null || task.Name == budget.Task)
            .Select(task => Accuracy(budget, task))
            .OfType<Diagnostic>())
            yield return finding;
        if (budget is { MaximumEnergyPerFrameMj: null, MaximumAreaMm2: null, MinimumLifetimeYears: null })
            yield break;
        ManifestCost cost =
            manifest.Cost
                ?? throw new MemtiException(
                    new Diagnostic(
                        WeightCodes.StageMissing,
                        $"budget '{budget.Name}' is about what a frame costs, and nothing was simulated; run stage simulate first.")
                    {
                        File = files.Manifest
                    });
        if (budget.MaximumEnergyPerFrameMj is { } energy && cost.EnergyPerFrameMj > energy)
            yield return Exceeded(
                budget, "maximum_energy_per_frame_mj", "energy of a frame", cost.EnergyPerFrameMj, "mJ", $"at most {Text(energy)} mJ");
        if (budget.MaximumAreaMm2 is { } area && cost.WeightMemoryAreaMm2 > area)
            yield return Exceeded(
                budget, "maximum_area_mm2", "area of weight memories", cost.WeightMemoryAreaMm2, "mm2", $"at most {Text(area)} mm2");
        if (budget.MinimumLifetimeYears is { } years && cost.LifetimeYears < years)
            yield return Exceeded(
                budget, "minimum_lifetime_years", "lifetime", cost.LifetimeYears!.Value, "years", $"at least {Text(years)} years");
    }

    private static Diagnostic? Accuracy(WeightBudget budget, ManifestTask task)
    {
        if (budget.MinimumAccuracy is not { } minimum || task.After is not { } after)
            return null;
        // The lower end decides: a budget must not be met by luck with the chips or images of one evaluation.
        double low =
            new MeasuredAccuracy(after.Mean, after.StandardDeviation, after.Trials, after.FirstChip, after.Images).Confidence(
                budget.Confidence).Low;
        return low >= minimum ? null : Exceeded(
            budget,
            "minimum_accuracy",
            string.Create(
                CultureInfo.InvariantCulture,
                $"accuracy of task '{task.Name}' ({after.Mean * 100:0.##} % over {Judged(after)}), lower end of its "
                    + $"{budget.Confidence * 100:0.##} % interval,"),
            low * 100,
            "%",
            $"at least {Text(minimum * 100)} %");
    }

    private static string Judged(ManifestAccuracy accuracy) =>
        accuracy.Trials > 1 ? $"{accuracy.Trials} chips" : $"{accuracy.Images} images";

    private static Diagnostic Exceeded(WeightBudget budget, string key, string what, double value, string unit, string permitted) =>
        RequestValidator.At(
            budget.Place,
            new Diagnostic(WeightCodes.BudgetExceeded, $"budget '{budget.Name}': {what} is {Text(value)} {unit}; permitted: {permitted}.")
            {
                Key = key,
                Value = Text(value),
                Permitted = permitted,
            });

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
