using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Memti.Abstractions.Training;
using Memti.Documents.Files;
using Memti.Documents.Numbers;
using Memti.Training.Datasets;

namespace Memti.Host.Rendering;

/// <summary>Prints parts, classes, statistics and content hash of a dataset.</summary>
internal static class DatasetDescription
{
    public static string Table(Dataset set)
    {
        TextTable table = new("part", "images", "fewest of a class", "most of a class");
        foreach ((string name, ImageSet images) in Parts(set))
            table.Add(
                name,
                QuantityText.Count(images.Count),
                QuantityText.Count(Balance(images).Fewest),
                QuantityText.Count(Balance(images).Most));
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{set.Name} of {set.Origin.Source}\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"{set.Classes} classes, {set.Train.Height} x {set.Train.Width} pixels; a mirror "
                    + $"{(set.MayMirror ? "leaves a class what it is" : "is not permitted")}\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"training images, red green blue in 0..255: mean {Figures(set.Statistics.Mean)}, standard deviation "
                    + $"{Figures(set.Statistics.Deviation)}\n")
            .Append(CultureInfo.InvariantCulture, $"terms: {set.Origin.Terms ?? "not known"}\n")
            .Append(CultureInfo.InvariantCulture, $"sha256 of the contents: {set.Sha256}\n")
            .Append(NotUsed(set));
        return $"{text}{table}";
    }

    /// <summary>One line on what lies at the source and is not used; empty when everything is.</summary>
    public static string NotUsed(Dataset set) =>
        set.Origin.NotUsed.Count == 0 ? "" : $"not used: {string.Join("; ", set.Origin.NotUsed)}\n";

    /// <summary>The description as JSON, version 1.</summary>
    public static string Json(Dataset set)
    {
        JsonObject root = new()
        {
            ["memti_dataset"] = 1,
            ["name"] = set.Name,
            ["source"] = set.Origin.Source,
            ["terms"] = set.Origin.Terms,
            ["sha256"] = set.Sha256,
            ["height"] = set.Train.Height,
            ["width"] = set.Train.Width,
            ["classes"] = set.Classes,
            ["class_names"] = new JsonArray([.. set.Origin.ClassNames.Select(static name => JsonValue.Create(name))]),
            ["not_used"] = new JsonArray([.. set.Origin.NotUsed.Select(static entry => JsonValue.Create(entry))]),
            ["may_mirror"] = set.MayMirror,
            ["mean"] = Numbers(set.Statistics.Mean),
            ["standard_deviation"] = Numbers(set.Statistics.Deviation),
            ["parts"] = new JsonArray([.. Parts(set).Select(static part => Node(part.Name, part.Images))]),
        };
        return JsonText.Of(root);
    }

    private static (string Name, ImageSet Images)[] Parts(Dataset set) =>
        [("train", set.Train), ("validation", set.Validation), ("test", set.Test)];

    private static JsonObject Node(string name, ImageSet images) => new()
    {
        ["part"] = name,
        ["images"] = images.Count,
        ["fewest_of_a_class"] = Balance(images).Fewest,
        ["most_of_a_class"] = Balance(images).Most,
    };

    private static (int Fewest, int Most) Balance(ImageSet images)
    {
        int[] counts = new int[images.Classes];
        foreach (int label in images.Labels.Span)
            counts[label]++;
        return (counts.Min(), counts.Max());
    }

    private static JsonArray Numbers(IReadOnlyList<double> values) => new([.. values.Select(static value => JsonValue.Create(value))]);

    private static string Figures(IReadOnlyList<double> values) =>
        string.Join(' ', values.Select(static value => value.ToString("0.0", CultureInfo.InvariantCulture)));
}
