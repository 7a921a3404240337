using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;

namespace Memti.Plugins.ImcCluster.Studies;

/// <summary>The tables of a study as JSON: an object for each row.</summary>
internal static class StudyDocument
{
    internal static JsonObject Of(string kind, Network network, IEnumerable<StudyTable> tables) => new()
    {
        [kind] = 1,
        ["network"] = network.Name,
        ["tables"] = new JsonArray([.. tables.Select(static table => (JsonNode)new JsonObject
        {
            ["title"] = table.Title,
            ["rows"] = new JsonArray([.. table.Rows.Select(row => (JsonNode)new JsonObject(
                table.Columns.Zip(row, static (column, value) =>
                    KeyValuePair.Create(column, JsonSerializer.SerializeToNode(value)))))]),
        })]),
    };
}
