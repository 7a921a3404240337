using System.Text.Json;
using Memti.Abstractions.Models;
using Memti.Networks;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>Values of the published workbook at its shipped inputs, where a folder of reference data lies beside the repository.</summary>
internal static class ReferenceWorkbook
{
    public const string File = "nvdla-perf.json";

    /// <summary>What a plan does not say again, or counts from elsewhere: the row of the sheet.</summary>
    private static readonly string[] WithoutCounterpart = ["row"];

    private const double MostDeviation = 1e-9;

    /// <summary>A sheet: its layers with their values, and totals.</summary>
    public static JsonElement Sheet(string network) =>
        JsonDocument.Parse(System.IO.File.ReadAllText(RepositoryFiles.Reference(File))).RootElement
        .GetProperty("networks").EnumerateArray().Single(sheet => sheet.GetProperty("name").GetString() == network);

    /// <summary>The network of a sheet, read as a user's file is.</summary>
    public static Network Network(JsonElement sheet)
    {
        string file = Path.Combine(Path.GetTempPath(), $"memti-{Guid.NewGuid():N}.json");
        try
        {
            System.IO.File.WriteAllText(file, sheet.GetRawText());
            return Plans.Named(NetworkFile.Read(file));
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }

    /// <summary>Every published value that a plan has otherwise or not at all.</summary>
    /// <param name="published">Fields of a layer, of one organisation or of totals; a field may hold fields.</param>
    /// <param name="ours">The same of a plan.</param>
    /// <param name="organisation">The organisation that was planned; fields of the other one are passed over.</param>
    /// <param name="place">Where the fields are, for messages.</param>
    public static IEnumerable<string> Differences(JsonElement published, JsonElement ours, string organisation, string place) =>
        from field in published.EnumerateObject()
        where !WithoutCounterpart.Contains(field.Name) && (field.Value.ValueKind != JsonValueKind.Object || field.Name == organisation)
        from difference in !ours.TryGetProperty(field.Name, out JsonElement value) ? [$"{place}.{field.Name} is missing"]
            : field.Value.ValueKind == JsonValueKind.Object ? Differences(field.Value, value, organisation, $"{place}.{field.Name}")
            : IsSame(field.Value, value) ? []
            : [$"{place}.{field.Name} is {value}, published {field.Value}"]
        select difference;

    private static bool IsSame(JsonElement published, JsonElement ours) =>
        published.ValueKind == ours.ValueKind && (published.ValueKind != JsonValueKind.Number
            ? published.ToString() == ours.ToString()
            : Math.Abs(ours.GetDouble() - published.GetDouble()) <= MostDeviation * Math.Abs(published.GetDouble()));
}
