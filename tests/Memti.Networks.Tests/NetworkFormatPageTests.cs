using System.Text.RegularExpressions;
using Memti.Documents.Parameters;
using Memti.Networks.Onnx.Operators;
using Memti.Networks.Tables;

namespace Memti.Networks.Tests;

/// <summary>The page of the format cannot fall behind the code.</summary>
public sealed partial class NetworkFormatPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFiles.Of("docs", "network-format.md"));

    public static TheoryData<string> Keys => [.. LayerKeys.All.Select(static key => key.Name)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_field_has_its_values_default_and_meaning_on_the_page(string name)
    {
        DocumentKey key = LayerKeys.Of(name);
        string permitted = key.Words.Count > 0 ? string.Join(", ", key.Words.Select(static word => $"`{word}`")) : key.Permitted;

        Page.ShouldContain($"| `{key.Name}` | {permitted} | {key.Default} | {key.Description} |");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("yaml")]
    [InlineData("json")]
    public void The_examples_of_the_page_are_sound(string form)
    {
        string example = Blocks().Matches(Page).First(block => block.Groups["form"].Value == form).Groups["text"].Value;

        Networks.Read("example." + form, example).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_page_lists_every_operator()
    {
        foreach (string name in OperatorTable.Names)
            Page.ShouldContain($"`{name}`");
    }

    [GeneratedRegex("```(?<form>csv|yaml|json)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
