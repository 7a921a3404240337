using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Memti.Arrays.Cells;

namespace Memti.Arrays.Tests.Cells;

public sealed class CellJsonSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(CellJsonSchema.Write())!;

    [Fact]
    public void The_document_takes_the_keys_that_the_reader_takes()
    {
        Schema["properties"]!.AsObject().Select(static property => property.Key).Order().ShouldBe(CellKeys.Root.Names.Order());
        Schema["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public void Every_number_is_taken_in_its_section()
    {
        foreach (CellKey key in CellKeys.All)
            Number(key)["anyOf"]!.AsArray().Count.ShouldBe(2, key.Key);
    }

    [Fact]
    public void A_number_has_its_unit_and_range() => Number(CellKeys.Find("set.pulse_ns")!).ToJsonString().ShouldContain(
        """{"type":"number","minimum":0.001,"maximum":1000000000000}""");

    [Fact]
    public void An_SRAM_needs_other_sections_than_the_rest()
    {
        Schema["then"]!["required"]!.ToJsonString().ShouldBe("""["sram"]""");
        Schema["else"]!["required"]!.ToJsonString().ShouldBe("""["resistance","read","set","reset"]""");
    }

    [Theory]
    [InlineData("NVMExplorer RRAM 53F2", true)]
    [InlineData("rram_1t1r-53f2", true)]
    [InlineData("a  b", false)]
    [InlineData(" a", false)]
    [InlineData("a/b", false)]
    public void A_name_has_the_form_that_the_reader_asks_for(string name, bool taken) =>
        Regex.IsMatch(name, Schema["properties"]!["name"]!["pattern"]!.GetValue<string>()).ShouldBe(taken);

    private static JsonNode Number(CellKey key) => Schema["properties"]![key.Section]!["properties"]![key.Name].ShouldNotBeNull(key.Key);
}
