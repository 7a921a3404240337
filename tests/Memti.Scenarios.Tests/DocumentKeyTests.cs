using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Scenarios.Tests;

/// <summary>What is declared once comes out everywhere.</summary>
public sealed class DocumentKeyTests
{
    private static readonly DocumentKey<int> Trials = new("trials", "Chips on which a fleet is judged", 2, 100) { Unit = "chips", Fallback = 10 };
    private static readonly DocumentKey<double?> Share = new("share", "Share of images", 0, 1) { DefaultWords = "all" };
    private static readonly DocumentKey<string?> Name = new("name", "", NameType.OfItem) { Required = "a name" };
    private static readonly DocumentKey<long> Seed = new("seed", "Seed", 0, long.MaxValue) { Fallback = 1 };
    private static readonly KeySection Keys = new(Trials, Share, Name, Seed);

    private readonly FindingList _findings = new("a.yaml");

    [Fact]
    public void A_key_that_is_left_out_has_its_default() =>
        (Trials.Read(Section("name: a")), Share.Read(Section("name: a"))).ShouldBe((10, null));

    [Theory]
    [InlineData("trials: 1", "trials", "2 to 100")]
    [InlineData("share: 1.5", "share", "0 to 1")]
    [InlineData("seed: 9223372036854775808", "seed", "0 to 9223372036854775807")]
    public void A_number_beyond_its_range_is_a_finding_and_has_its_default(string text, string key, string permitted)
    {
        Section section = Section(text);

        (Trials.Read(section), Share.Read(section), Seed.Read(section)).ShouldBe((10, null, 1));
        Finding().ShouldBe((DiagnosticCode.ValueOutOfRange, key, permitted));
    }

    [Fact]
    public void A_key_that_must_be_there_is_missed()
    {
        Name.Read(Section("seed: 1")).ShouldBeNull();

        Finding().ShouldBe((DocumentCodes.MissingKey, "name", "a name"));
    }

    [Fact]
    public void A_key_that_nothing_reads_is_found_with_the_one_that_was_meant()
    {
        Keys.RefuseOthers(Section("trails: 5"));

        Finding().ShouldBe((DocumentCodes.UnknownKey, "trails", "trials"));
    }

    [Fact]
    public void The_schema_says_what_the_reader_takes() => Keys.Schema(SchemaScope.Document).ToJsonString().ShouldBe(JsonNode.Parse("""
        {
          "type": "object",
          "properties": {
            "trials": { "description": "Chips on which a fleet is judged (chips).", "type": "integer", "minimum": 2, "maximum": 100, "default": 10 },
            "share": { "description": "Share of images. Default: all.", "type": "number", "minimum": 0, "maximum": 1 },
            "name": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$" },
            "seed": { "description": "Seed.", "type": "integer", "minimum": 0, "maximum": 9223372036854775807, "default": 1 }
          },
          "additionalProperties": false,
          "required": ["name"]
        }
        """)!.ToJsonString());

    [Fact]
    public void Over_another_document_nothing_is_required_and_null_removes()
    {
        string schema = Keys.Schema(new SchemaScope(partial: true)).ToJsonString();

        schema.ShouldNotContain("required");
        schema.ShouldContain("""{"anyOf":[{"type":"string","pattern":"^[A-Za-z0-9_-]{1,64}$"},{"type":"null"}]}""");
    }

    private Section Section(string text) =>
        new((MappingNode)YamlDocument.Read(text, new DocumentOrigin("a.yaml"), _findings)!, _findings);

    private (string Code, string? Key, string? Permitted) Finding()
    {
        Diagnostic finding = _findings.InFileOrder().ShouldHaveSingleItem();
        return (finding.Code, finding.Key, finding.Permitted);
    }
}
