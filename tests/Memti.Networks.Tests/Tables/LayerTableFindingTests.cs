using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Tests.Tables;

/// <summary>Bad tables: each has a code, the place, the key, the value and what would be right.</summary>
public sealed class LayerTableFindingTests
{
    private const string Sound = """
        name: a
        layers:
          - layer: one
            kind: conv
            c: 16
            h: 14
            w: 14
            k: 32
            r: 3
            s: 3
            zero_padding: true
            groups: 1
        """;

    [Theory]
    [InlineData("c: 16", "c: 0", DiagnosticCode.ValueOutOfRange, 5, "c", "0", "1 to 1048576")]
    [InlineData("h: 14", "h: -14", DiagnosticCode.ValueOutOfRange, 6, "h", "-14", "1 to 65536")]
    [InlineData("k: 32", "k: 99999999999999999999", DiagnosticCode.ValueOutOfRange, 8, "k", "99999999999999999999", "1 to 1048576")]
    [InlineData("groups: 1", "stride_v: 0", DiagnosticCode.ValueOutOfRange, 12, "stride_v", "0", "1 to 65536")]
    [InlineData("c: 16", "c: 16.5", DocumentCodes.WrongType, 5, "c", "16.5", "a whole number")]
    [InlineData("c: 16", "c: '16'", DocumentCodes.WrongType, 5, "c", "16", "a whole number")]
    [InlineData("c: 16", "c: many", DocumentCodes.WrongType, 5, "c", "many", "a whole number")]
    [InlineData("c: 16", "c: [16]", DocumentCodes.WrongType, 5, "c", "a list", "a whole number")]
    [InlineData("zero_padding: true", "zero_padding: yes", DocumentCodes.WrongType, 11, "zero_padding", "yes", "true or false")]
    [InlineData("kind: conv", "kind: cnv", DiagnosticCode.ValueOutOfRange, 4, "kind", "cnv", "conv")]
    [InlineData("groups: 1", "strid_v: 1", DocumentCodes.UnknownKey, 12, "strid_v", "strid_v", "stride_v")]
    [InlineData("groups: 1", "input_kb: 1", DocumentCodes.UnknownKey, 12, "input_kb", "input_kb", null)]
    [InlineData("groups: 1", "c: 1", DocumentCodes.DuplicateKey, 12, "c", "c", "once")]
    [InlineData("c: 16", "# c", DocumentCodes.MissingKey, 3, "c", null, "1 to 1048576")]
    [InlineData("k: 32", "# k", DocumentCodes.MissingKey, 3, "k", null, "1 to 1048576")]
    [InlineData("s: 3", "# s", DocumentCodes.MissingKey, 3, "s", null, "1 to 65536")]
    [InlineData("groups: 1", "groups: 5", NetworkCodes.NetworkShape, 12, "groups", "5", "divisors of 16, the value of 'c'")]
    [InlineData("zero_padding: true", "p: 1", NetworkCodes.NetworkShape, 11, "p", "1", "12 to 16")]
    [InlineData("zero_padding: true", "p: 17", NetworkCodes.NetworkShape, 11, "p", "17", "12 to 16")]
    [InlineData("groups: 1", "pool_h: 2", NetworkCodes.NetworkShape, 12, "pool_h", "2", "leave it out, or 'pool' true")]
    [InlineData(
        "groups: 1",
        "shares_input: true",
        NetworkCodes.NetworkShape,
        12,
        "shares_input",
        "true",
        "false: the first layer has none before it")]
    public void A_value_that_cannot_be_is_refused(
        string sound, string fault, string code, int line, string key, string? value, string? permitted)
    {
        Diagnostic finding = Networks.Error("a.yaml", Sound.Replace(sound, fault, StringComparison.Ordinal));

        (finding.Code, finding.File, finding.Line, finding.Key, finding.Value).ShouldBe((code, "a.yaml", line, $"layers[0].{key}", value));
        (permitted ?? finding.Permitted).ShouldBe(finding.Permitted);
    }

    [Theory]
    [InlineData("r: 15, s: 3", "r", "15", "1 to 14, the value of 'h', unless 'zero_padding' is true")]
    [InlineData("r: 3, s: 65536", "s", "65536", "1 to 14, the value of 'w', unless 'zero_padding' is true")]
    [InlineData("r: 1, s: 1, stride_v: 2", "h", "14", "'zero_padding' true or a 'p': without them the last kernel lies beyond the input")]
    [InlineData("r: 3, s: 3, groups: 4", "groups", "4", "divisors of 30, the value of 'k'")]
    [InlineData(
        "r: 3, s: 3, pool: true, pool_h: 13, pool_w: 2, pool_stride_v: 1, pool_stride_h: 1",
        "pool_h",
        "13",
        "1 to 12, the rows that are pooled")]
    public void Sizes_that_contradict_each_other_are_refused(string shape, string key, string value, string permitted)
    {
        Diagnostic finding = Networks.Error(
            "a.yaml", $"name: a\nlayers: [{{ layer: a, kind: conv, c: 16, h: 14, w: 14, k: 30, {shape} }}]");

        (finding.Code, finding.Key, finding.Value, finding.Permitted, finding.Line).ShouldBe(
            (NetworkCodes.NetworkShape, "layers[0]." + key, value, permitted, 2));
    }

    [Theory]
    [InlineData("kind: fc, c: 16, h: 6, w: 6, k: 8, r: 3, s: 3", "r")]
    [InlineData("kind: fc, c: 16, k: 8, pool: true, pool_h: 1, pool_w: 1, pool_stride_v: 1, pool_stride_h: 1", "pool")]
    [InlineData("kind: pool, c: 16, h: 6, w: 6, k: 8, r: 2, s: 2", "k")]
    [InlineData("kind: elwise, c: 16, h: 6, w: 6, r: 2", "r")]
    [InlineData("kind: elwise, c: 16, h: 6, w: 6, groups: 2", "groups")]
    public void What_a_kind_cannot_have_is_refused(string layer, string key)
    {
        Diagnostic finding = Networks.Error("a.yaml", $"name: a\nlayers: [{{ layer: a, {layer} }}]");

        (finding.Code, finding.Key).ShouldBe((NetworkCodes.NetworkShape, "layers[0]." + key));
    }

    [Theory]
    [InlineData("kind: conv, c: 65536, h: 65536, w: 65536, k: 1, r: 1, s: 1")]
    [InlineData("kind: conv, c: 1048576, h: 1, w: 1, k: 1048576, r: 1, s: 1")]
    [InlineData("kind: conv, c: 1024, h: 16384, w: 16384, k: 1024, r: 3, s: 3")]
    public void A_layer_beyond_all_measure_is_refused(string layer) =>
        Networks.Error("a.yaml", $"name: a\nlayers: [{{ layer: a, {layer} }}]").Code.ShouldBe(NetworkCodes.NetworkTooLarge);

    [Theory]
    [InlineData("a.yaml", "", DocumentCodes.ScenarioEmpty)]
    [InlineData("a.json", " ", DocumentCodes.ScenarioEmpty)]
    [InlineData("a.csv", "\n\n", DocumentCodes.ScenarioEmpty)]
    [InlineData("a.yaml", "name: [", NetworkCodes.NetworkSyntax)]
    [InlineData("a.yaml", "- a", DocumentCodes.WrongType)]
    [InlineData("a.yaml", "name: a\nlayers: []", DiagnosticCode.ValueOutOfRange)]
    [InlineData("a.yaml", "name: a\nlayers: 3", DocumentCodes.WrongType)]
    [InlineData("a.yaml", "name: a\nlayers: [3]", DocumentCodes.WrongType)]
    [InlineData("a.yaml", "name: a", DocumentCodes.MissingKey)]
    [InlineData("a.yaml", "layers: [{ layer: a, kind: fc, c: 1, k: 1 }]", DocumentCodes.MissingKey)]
    [InlineData("a.yaml", "name: a\nlayer: 1\nlayers: [{ layer: a, kind: fc, c: 1, k: 1 }]", DocumentCodes.UnknownKey)]
    [InlineData("a.json", "{ \"name\": ", NetworkCodes.NetworkSyntax)]
    [InlineData("a.json", "{ 'name': 1 }", NetworkCodes.NetworkSyntax)]
    [InlineData("a.json", "{} {}", NetworkCodes.NetworkSyntax)]
    [InlineData("a.json", "[]", DocumentCodes.WrongType)]
    [InlineData("a.json", "{ \"name\": \"\\ud800\", \"layers\": [] }", NetworkCodes.NetworkSyntax)]
    [InlineData(
        "a.json",
        "{ \"name\": \"a\", \"layers\": [{ \"layer\": \"a\", \"kind\": \"fc\", \"c\": \"1\", \"k\": 1 }] }",
        DocumentCodes.WrongType)]
    [InlineData(
        "a.json",
        "{ \"name\": \"a\", \"layers\": [{ \"layer\": \"a\", \"kind\": \"fc\", \"c\": 1, \"k\": 1, \"k\": 1 }] }",
        DocumentCodes.DuplicateKey)]
    [InlineData(
        "a.json",
        "{ \"name\": \"a\", \"layers\": [{ \"layer\": \"a\", \"kind\": \"fc\", \"c\": 1, \"k\": 1, \"zero_pading\": true }] }",
        DocumentCodes.UnknownKey)]
    [InlineData("a.csv", "layer,kind,c,k\n", DiagnosticCode.ValueOutOfRange)]
    [InlineData("a.csv", "layer,kind,k\na,fc,1\n", DocumentCodes.MissingKey)]
    [InlineData("a.csv", "layer,kind,c,c\na,fc,1,1\n", DocumentCodes.DuplicateKey)]
    [InlineData("a.csv", "layer,kind,c,kk\na,fc,1,1\n", DocumentCodes.UnknownKey)]
    [InlineData("a.csv", "layer,kind,c,k\na,fc,1\n", NetworkCodes.NetworkSyntax)]
    [InlineData("a.csv", "layer,kind,c,k\n\"a,fc,1,1\n", NetworkCodes.NetworkSyntax)]
    [InlineData("a.csv", "layer,kind,c,k\n\"a\"b,fc,1,1\n", NetworkCodes.NetworkSyntax)]
    [InlineData("a.csv", "layer,kind,c,k\na\"b\",fc,1,1\n", NetworkCodes.NetworkSyntax)]
    public void A_file_that_is_no_table_is_refused(string file, string text, string code) => Networks.Error(file, text).Code.ShouldBe(code);

    [Fact]
    public void A_fault_in_json_has_its_path_line_and_column()
    {
        Diagnostic finding = Networks.Error(
            "a.json", "{ \"name\": \"a\",\n  \"layers\": [\n    { \"layer\": \"é\", \"kind\": \"fc\", \"c\": 1, \"k\": 0 }\n  ] }");

        (finding.Key, finding.Line, finding.Column, finding.Value).ShouldBe(("layers[0].k", 3, 48, "0"));
    }

    [Fact]
    public void A_fault_in_csv_has_its_line_and_column()
    {
        Diagnostic finding = Networks.Error("a.csv", "layer,kind,c,k\r\n\"a\r\nb\",fc,1,1\r\nc,fc,x,1\r\n");

        (finding.Code, finding.Key, finding.Line, finding.Column).ShouldBe((DocumentCodes.WrongType, "layers[1].c", 4, 6));
    }

    [Fact]
    public void All_findings_are_given_in_the_order_of_the_file() =>
        Networks.Read("a.csv", "layer,kind,c,k,stride_v\na,fc,0,1,0\nb,cnv,1,1,1\n").Findings
        .Select(static finding => (finding.Line, finding.Column)).ShouldBe([(2, 6), (2, 10), (3, 3)]);

    [Fact]
    public void The_first_error_is_thrown_with_the_number_of_the_others()
    {
        using TemporaryFolder folder = new();
        Diagnostic finding =
            Should.Throw<MemtiException>(() => NetworkFile.Read(folder.Write("a.csv", "layer,kind,c,k\na,fc,0,1\nb,cnv,1,1\n"))).Diagnostic;

        (finding.Line, finding.Message.EndsWith("1 more: memti networks describe lists them.", StringComparison.Ordinal)).ShouldBe(
            (2, true));
    }

    [Fact]
    public void An_input_is_shared_with_the_layer_before_only_when_it_is_the_same()
    {
        Diagnostic finding = Networks.Error("a.csv", "layer,kind,c,h,w,k,r,s,shares_input\na,conv,3,8,8,3,1,1,\nb,conv,4,8,8,3,1,1,true\n");

        (finding.Code, finding.Key, finding.Permitted).ShouldBe(
            (NetworkCodes.NetworkShape, "layers[1].shares_input", "an input of 3x8x8, that of the layer before it, or false"));
    }

    [Fact]
    public void An_input_that_nothing_gives_is_a_warning()
    {
        NetworkResult result = Networks.Read(
            "a.csv", "layer,kind,c,h,w,k,r,s\na,conv,3,8,8,3,1,1\nb,conv,3,9,9,3,1,1\nc,conv,3,9,9,3,1,1\n");

        result.Table.ShouldNotBeNull();
        Diagnostic finding = result.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Line, finding.Value).ShouldBe((NetworkCodes.NetworkChain, Severity.Warning, 3, "9x9"));
    }

    [Fact]
    public void More_layers_than_are_taken_are_refused()
    {
        string rows =
            string.Concat(
                Enumerable.Range(0, NetworkLimits.Layers + 1)
                    .Select(static row => row.ToString(CultureInfo.InvariantCulture) + ",fc,1,1\n"));

        Networks.Error("a.csv", "layer,kind,c,k\n" + rows).Code.ShouldBe(NetworkCodes.NetworkTooLarge);
        Networks.Layers("a.csv", "layer,kind,c,k\n" + rows[..rows.LastIndexOf("10000,", StringComparison.Ordinal)]).Count
            .ShouldBe(NetworkLimits.Layers);
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.json")]
    [InlineData("a.yaml")]
    public void No_text_does_more_than_give_findings(string file) =>
        Prop.ForAll<string>(text => Networks.Read(file, text ?? "").Findings is not null).QuickCheckThrowOnFailure();
}
