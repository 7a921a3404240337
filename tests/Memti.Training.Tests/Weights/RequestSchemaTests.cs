using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Training.Weights.Requests;

namespace Memti.Training.Tests.Weights;

/// <summary>The schema permits what the reader takes, and nothing else.</summary>
public sealed class RequestSchemaTests
{
    private static readonly JsonObject Schema = (JsonObject)JsonNode.Parse(WeightRequestJsonSchema.Write())!;

    public static TheoryData<string, string> Numbers()
    {
        var numbers = new TheoryData<string, string>();
        foreach (string part in Parts)
            foreach (string key in Members(part)
                .Where(static member => member.Value!["type"] is JsonValue type && (string)type! is "integer" or "number")
                .Select(static member => member.Key))
                numbers.Add(part, key);
        return numbers;
    }

    private static IEnumerable<string> Parts => ["", "tasks", "regions", "budgets"];

    [Fact]
    public void It_has_exactly_the_keys_that_the_reader_knows()
    {
        Keys("").ShouldBe(RequestKeys.Root.Names, ignoreOrder: true);
        Keys("tasks").ShouldBe(RequestKeys.OfTask.Names, ignoreOrder: true);
        Keys("regions").ShouldBe(RequestKeys.OfRegion.Names, ignoreOrder: true);
        Keys("budgets").ShouldBe(RequestKeys.OfBudget.Names, ignoreOrder: true);
    }

    [Fact]
    public void What_it_requires_is_what_the_reader_requires()
    {
        foreach (string part in Parts)
            foreach (string key in Members(part).Select(static member => member.Key))
                Misses(part, key).ShouldBe(Required(part).Contains(key), $"{part} {key}");
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_reader_takes_the_ends_of_a_range_and_nothing_beyond(string part, string key)
    {
        JsonNode form = Members(part)[key]!;
        foreach (string end in new[] { "minimum", "maximum" })
        {
            JsonNode value = form[end]!;
            Refused(part, key, value).ShouldBeFalse($"{key}: {value}");
            if ((string)form["type"]! == "number")
                Refused(part, key, (double)value + (end == "minimum" ? -1 : 1e12)).ShouldBeTrue(key);
            else if ((long)value != long.MaxValue)
                Refused(part, key, (long)value + (end == "minimum" ? -1 : 1)).ShouldBeTrue(key);
        }
    }

    private static JsonObject Members(string part) =>
        (JsonObject)(part.Length == 0 ? Schema : Schema["properties"]![part]!["items"]!)["properties"]!;

    private static IEnumerable<string> Keys(string part) => Members(part).Select(static member => member.Key);

    private static string[] Required(string part) =>
        [.. (part.Length == 0 ? Schema : Schema["properties"]![part]!["items"]!)["required"]!.AsArray().Select(static key => (string)key!)];

    private static bool Misses(string part, string key)
    {
        JsonObject request = Requests.Whole();
        Item(request, part).Remove(key);
        return Requests.Read(request, out IReadOnlyList<Diagnostic> findings) is null
            && findings.Any(static finding => finding.Code == DocumentCodes.MissingKey);
    }

    private static bool Refused(string part, string key, JsonNode value)
    {
        JsonObject request = Requests.Whole();
        Item(request, part)[key] = value.DeepClone();
        return Requests.Read(request, out _) is null;
    }

    private static JsonObject Item(JsonObject request, string part) => part.Length == 0 ? request : (JsonObject)request[part]![0]!;
}
