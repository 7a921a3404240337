using System.Globalization;
using Memti.Charts;
using Memti.Charts.Axes;
using Memti.Documents.Numbers;
using Memti.Pages.Markup;
using Memti.WeightImages.Manifests;

namespace Memti.Pages.Manifests;

/// <summary>Weight images as a page: accuracy, regions, files, inputs and what seals them.</summary>
public static class ManifestPage
{
    /// <summary>The page. Equal manifests give equal bytes.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="command">The command that writes the page again.</param>
    public static string Of(WeightManifest manifest, string command)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        PageSection?[] sections =
        [
            new("accuracy", "Accuracy", Accuracy(manifest)),
            new("regions", "Regions and images", Regions(manifest)),
            Switches(manifest),
            Cost(manifest),
            new("files", "Files", Files(manifest)),
            new("provenance", "Provenance", Provenance(manifest, command)),
        ];
        Html lead = Html.Of($"""
            <p class="lead">{manifest.Model.Kind} for {string.Join(", ", manifest.Tasks.Select(static task => task.Name))}.</p>
            """);
        return PageShell.Of("Weight images", "weights", lead, [.. sections.OfType<PageSection>()], "{}", "page.js");
    }

    private static Html Accuracy(WeightManifest manifest)
    {
        var table = new PageTable(
            "Accuracy on test images", "task", "classes", "no faults", "faulty, before", "faulty, after", "95 % interval", "chips");
        table.Words(5);
        foreach (ManifestTask task in manifest.Tasks)
            table.Add(
                null,
                Html.Of($"{task.Name}"),
                Html.Of($"{task.Classes}"),
                Percent(task.FixedPoint),
                Percent(task.Before?.Mean),
                Percent(task.After?.Mean),
                task.After is { } after ? Html.Of($"{Percent(after.Low)} to {Percent(after.High)}") : Html.Of($"–"),
                Html.Of($"{(task.After is { } trials ? QuantityText.Count(trials.Trials) : "–")}"));
        return Html.Of($"""<div class="pair">{PageChart.Of("chart-accuracy", Bars(manifest))}</div>{table.ToHtml()}""");
    }

    private static GroupedBars Bars(WeightManifest manifest) => new()
    {
        Title = "Accuracy with the faults of chips",
        Axis = new Axis("accuracy on test images (%)") { Max = 100 },
        Panels =
        [
            new("error bars: one standard deviation over chips", [.. manifest.Tasks.Select(static task => task.Name)],
            [
                new("fixed point, no faults", [.. manifest.Tasks.Select(static task => task.FixedPoint * 100)]),
                new("faulty, before retraining", [.. manifest.Tasks.Select(static task => task.Before?.Mean * 100)])
                {
                    Spreads = [.. manifest.Tasks.Select(static task => task.Before?.StandardDeviation * 100)],
                },
                new("faulty, after retraining", [.. manifest.Tasks.Select(static task => task.After?.Mean * 100)])
                {
                    Spreads = [.. manifest.Tasks.Select(static task => task.After?.StandardDeviation * 100)],
                },
            ]),
        ],
    };

    private static Html Regions(WeightManifest manifest)
    {
        var memories = new PageTable("Memories", "memory", "kind", "options").Words(1, 2);
        foreach (ManifestMemory memory in manifest.Memories)
            memories.Add(null, Html.Of($"{memory.Name}"), Html.Of($"{memory.Kind}"), Options(memory.Options));
        var images = new PageTable(
            "Images", "region", "task", "memory", "address", "word, bits", "bytes", "cells", "data bits", "check bits");
        images.Words(1, 2, 3);
        foreach (ManifestRegion region in manifest.Regions)
            foreach (ManifestImage image in region.Images)
                images.Add(
                    null,
                    Html.Of($"{region.Name}"),
                    Html.Of($"{image.Task ?? "all"}"),
                    Html.Of($"{region.Memory}"),
                    Html.Of($"<code>0x{region.Address.ToString("X8", CultureInfo.InvariantCulture)}</code>"),
                    Html.Of($"{region.Layout.WordBits}"),
                    Count(image.Bytes),
                    Count(image.Cells),
                    Count(image.DataBits),
                    Count(image.CheckBits));
        return Html.Of($"{memories.ToHtml()}{images.ToHtml()}");
    }

    private static PageSection? Switches(WeightManifest manifest)
    {
        if (manifest.TaskSwitches.Count == 0)
            return null;
        var table = new PageTable("Writes for a switch between tasks", "region", "from", "to", "cells", "cells changed", "bits changed");
        table.Words(1, 2);
        foreach (ManifestTaskSwitch one in manifest.TaskSwitches)
            table.Add(
                null, Html.Of($"{one.Region}"), Html.Of($"{one.From}"), Html.Of($"{one.To}"),
                Count(one.Cells), Count(one.CellsChanged), Count(one.BitsChanged));
        return new PageSection("switches", "Task switches", table.ToHtml());
    }

    private static PageSection? Cost(WeightManifest manifest) => manifest.Cost is not { } cost ? null : new PageSection(
        "cost", "Cost of a frame", Html.Of($"""
            <dl class="terms"><dt>Design</dt><dd>{cost.Design}, over {QuantityText.Count(cost.Frames)} frames</dd>
            <dt>Energy per frame</dt><dd>{QuantityText.Number(cost.EnergyPerFrameMj)} mJ</dd>
            <dt>Peak rate</dt><dd>{QuantityText.Number(cost.MaxFps)} frames/s at {QuantityText.Number(cost.PowerAtMaxFpsMw)} mW</dd>
            <dt>Weight memories</dt><dd>{QuantityText.Number(cost.WeightMemoryAreaMm2)} mm²</dd>
            <dt>Reload</dt><dd>{QuantityText.Number(cost.ReloadBytesPerFrame)} bytes per frame</dd>
            <dt>Lifetime</dt><dd>{QuantityText.Lifetime(cost.LifetimeYears)}</dd></dl>
            """));

    private static Html Files(WeightManifest manifest)
    {
        var table = new PageTable("Files with images", "file", "format", "bytes", "SHA-256").Words(1, 3);
        IEnumerable<ManifestImage> images = manifest.Regions.SelectMany(static region => region.Images);
        foreach (ManifestImageFile file in images.SelectMany(static image => image.Files))
            table.Add(
                null, Html.Of($"<code>{file.File}</code>"), Html.Of($"{file.Format}"), Count(file.Bytes),
                Html.Of($"<code class=\"hash\">{file.Sha256}</code>"));
        return table.ToHtml();
    }

    private static Html Provenance(WeightManifest manifest, string command)
    {
        var inputs = new PageTable("Inputs", "name", "role", "SHA-256").Words(1, 2);
        foreach (ManifestInput input in manifest.Inputs)
            inputs.Add(
                null, Html.Of($"{input.Name}"), Html.Of($"{input.Role}"), Html.Of($"<code class=\"hash\">{input.Sha256}</code>"));
        Html seal = manifest.Seal is { } digests
            ? Html.Of($"<dt>Seal, SHA-256</dt><dd><code class=\"hash\">{digests.Sha256}</code></dd>")
            : Html.None;
        IEnumerable<Html> recipes = manifest.Parameters.Recipes.OrderBy(static recipe => recipe.Key, StringComparer.Ordinal).Select(
            static recipe => Html.Of($"<dt>Recipe of {recipe.Key}</dt><dd>{recipe.Value}</dd>"));
        return Html.Of($"""
            {CommandLine.Of(command)}
            <dl class="terms"><dt>Written by</dt><dd>{manifest.Tool.Name} {manifest.Tool.Version}</dd>{seal}
            <dt>Model</dt><dd>{manifest.Model.Kind} {Options(manifest.Model.Options)}</dd>
            <dt>Seed</dt><dd>{manifest.Parameters.Seed.ToString(CultureInfo.InvariantCulture)}</dd>
            <dt>Faults in retraining</dt><dd>{manifest.Parameters.FaultMode ?? "none"}</dd>{recipes}</dl>
            {inputs.ToHtml()}
            """);
    }

    private static Html Options(IReadOnlyDictionary<string, string> options) => Html.Join(options
        .OrderBy(static option => option.Key, StringComparer.Ordinal)
        .Select(static option => Html.Of($"<code>{option.Key}: {option.Value}</code> ")));

    private static Html Percent(double? share) => Html.Of($"{(share is { } value ? QuantityText.Percent(value) : "–")}");

    private static Html Count(long value) => Html.Of($"{QuantityText.Count(value)}");
}
