using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Training.Datasets;

namespace Memti.Host.Rendering;

/// <summary>Lists the ways to name a dataset, one per line.</summary>
internal static class DatasetFormList
{
    public static string Table(IEnumerable<DatasetForm> forms)
    {
        TextTable table = new TextTable("source", "images").LeftAlign(1);
        foreach (DatasetForm form in forms)
            table.Add(form.Text, form.Description);
        return table.ToString();
    }

    /// <summary>The list as JSON, version 1.</summary>
    public static string Json(IEnumerable<DatasetForm> forms)
    {
        JsonObject root = new()
        {
            ["memti_data_sources"] = 1,
            ["default"] = DatasetSource.Default,
            ["sources"] = new JsonArray(
                [.. forms.Select(static form => new JsonObject { ["source"] = form.Text, ["images"] = form.Description })]),
        };
        return JsonText.Of(root);
    }
}
