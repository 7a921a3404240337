using System.Text.Json.Nodes;
using Memti.Scenarios.Keys;
using Memti.Scenarios.Schemas;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

public sealed class ScenarioJsonSchemaTests
{
    private static readonly string Text = ScenarioJsonSchema.Write(new FakeCatalog());
    private static readonly JsonNode Schema = JsonNode.Parse(Text)!;

    [Fact]
    public void The_draft_is_named() => Schema["$schema"]!.GetValue<string>().ShouldBe("https://json-schema.org/draft/2020-12/schema");

    [Fact]
    public void The_same_catalogue_gives_the_same_text() => ScenarioJsonSchema.Write(new FakeCatalog()).ShouldBe(Text);

    [Fact]
    public void The_document_takes_the_keys_that_the_reader_takes()
    {
        Schema["properties"]!.AsObject().Select(static property => property.Key).ShouldBe(ScenarioKeys.Root.Names);
        Schema["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public void Every_reference_has_its_definition() =>
        References(Schema)
            .Select(static reference => reference["#/$defs/".Length..])
            .ShouldBeSubsetOf(Schema["$defs"]!.AsObject().Select(static definition => definition.Key));

    [Fact]
    public void A_kind_decides_its_keys() => OfKind("rram")["properties"]!.AsObject().Select(static property => property.Key)
        .ShouldBe(
            [
                "kind", "holds", "resident_tasks", "pinned", "scrub", "writes", "at", "bits_per_cell", "set_pulse_ns", "layout", "endurance",
                "verify", "cell", "read_rate_gbs"
            ]);

    [Fact]
    public void A_kind_takes_no_other_keys() => OfKind("rram")["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();

    [Fact]
    public void A_number_has_its_range_its_default_and_its_source() =>
        OfKind("rram")["properties"]!["bits_per_cell"]!.ToJsonString().ShouldBe(
        """{"description":"Bits stored in one cell. Default: 1 (published: Author et al., Table II).","type":"integer","minimum":1,"maximum":4,"default":1}""");

    [Fact]
    public void A_quantity_has_its_unit() => OfKind("rram")["properties"]!["set_pulse_ns"]!.ToJsonString().ShouldBe(
        """{"description":"Width of a set pulse (ns). Default: 10 (assumed).","type":"number","minimum":0,"maximum":1000000,"default":10}""");

    [Fact]
    public void A_word_has_its_choices() =>
        OfKind("rram")["properties"]!["layout"]!["enum"]!.ToJsonString().ShouldBe("""["crosspoint","one_transistor"]""");

    [Fact]
    public void An_override_requires_nothing_and_takes_null()
    {
        JsonNode memories = Schema["$defs"]!["memories_override"]!;

        Names(memories).ShouldNotContain("minProperties");
        memories["anyOf"]![1]!.ToJsonString().ShouldBe("""{"type":"null"}""");
        memories["anyOf"]![0]!["additionalProperties"]!["anyOf"]![0]!["required"].ShouldBeNull();
    }

    [Fact]
    public void Designs_and_variants_are_overrides()
    {
        Schema["properties"]!["designs"]!["additionalProperties"]!["$ref"]!.GetValue<string>().ShouldBe("#/$defs/override");
        Schema["properties"]!["variants"]!["additionalProperties"]!["$ref"]!.GetValue<string>().ShouldBe("#/$defs/override");
        Schema["$defs"]!["override"]!["properties"]!.AsObject()
            .Select(static property => property.Key)
            .Order()
            .ShouldBe(ScenarioKeys.OfOverride.Names.Order());
    }

    [Fact]
    public void A_document_without_designs_needs_its_sections() =>
        Schema["else"]!["required"]!.ToJsonString().ShouldBe("""["network","accelerator","memories"]""");

    private static JsonNode OfKind(string kind) => Schema["$defs"]!["memories"]!["additionalProperties"]!["allOf"]!.AsArray()
        .Single(form => form!["if"]!["properties"]?["kind"]!["const"]!.GetValue<string>() == kind)!["then"]!;

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject mapping =>
            mapping.SelectMany(static entry => entry.Key == "$ref" ? [entry.Value!.GetValue<string>()] : References(entry.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject mapping => mapping.SelectMany(static entry => Names(entry.Value).Prepend(entry.Key)),
        JsonArray list => list.SelectMany(Names),
        _ => [],
    };
}
