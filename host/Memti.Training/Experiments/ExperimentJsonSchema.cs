using System.Text.Json.Nodes;
using Memti.Documents.Schemas;
using Memti.Scenarios.Kinds;

namespace Memti.Training.Experiments;

/// <summary>Writes the JSON Schema (draft 2020-12) of experiment files, with the kinds of the loaded plugins.</summary>
public static class ExperimentJsonSchema
{
    /// <summary>The schema as text. Equal catalogues give equal texts.</summary>
    public static string Write(IKindCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        JsonObject root = ExperimentKeys.Root.Schema(new KindForms(catalog, partial: false));
        root.Insert(
            0,
            "description",
            "An experiment: tasks by storage variants, before and after retraining, or by techniques against fluctuating reads.");
        root["anyOf"] = new JsonArray(
            Needs(ExperimentKeys.Storage.Name, ExperimentKeys.Backbone.Name), Needs(ExperimentKeys.Fluctuation.Name));
        return JsonForm.Document("Memti experiment", root);
    }

    private static JsonObject Needs(params string[] keys) => new() { ["required"] = JsonForm.Texts(keys) };
}
