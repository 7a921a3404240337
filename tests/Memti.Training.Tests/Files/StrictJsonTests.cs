using Memti.Abstractions.Diagnostics;
using Memti.Documents.Json;
using Memti.Training.Codes;

namespace Memti.Training.Tests.Files;

public sealed class StrictJsonTests
{
    private static readonly JsonFile Form =
        new("piece.json", "piece of finished work", TrainingCodes.RecordUnreadable, "It is made again.");

    private sealed record Pair(string Name, int Count);

    [Theory]
    [InlineData("""{"name":"a","name":"b","count":1}""")]
    [InlineData("""{"name":"a","count":1,"deep":{"":1,"":2}}""")]
    [InlineData("""{"name":"a","count":1,"more":2}""")]
    [InlineData("""{"name":"a"}""")]
    [InlineData("""{"name":null,"count":1}""")]
    [InlineData("""{"name":1,"count":1}""")]
    [InlineData("""{"name":"a","count":"1"}""")]
    [InlineData("""{"name":"a","count":1.5}""")]
    [InlineData("""{"name":"a","count":1e99}""")]
    [InlineData("""{"name":"a","count":1}x""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public void What_is_no_such_record_is_one_coded_finding(string text)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => StrictJson.Read<Pair>(Bytes(text), Form)).Diagnostic;

        (finding.Code, finding.File).ShouldBe((TrainingCodes.RecordUnreadable, "piece.json"));
        finding.Message.ShouldStartWith("the file is no piece of finished work: ");
        finding.Message.ShouldEndWith(" It is made again.");
    }

    [Fact]
    public void A_record_is_read() => StrictJson.Read<Pair>("""{"name":"a","count":1}"""u8, Form).ShouldBe(new Pair("a", 1));

    [Fact]
    public void A_list_with_nothing_as_an_item_is_refused() =>
        Should.Throw<MemtiException>(() => StrictJson.Node("""{"names":["a",null]}"""u8, Form)).Diagnostic.Message.ShouldContain("null");

    [Theory]
    [InlineData("""{"loss":1,"loss":1,"":""}""")]
    [InlineData("[1]")]
    [InlineData("7")]
    public void What_is_no_object_has_no_members(string text) =>
        Should.Throw<MemtiException>(() => StrictJson.Members(Bytes(text), Form)).Diagnostic.Code.ShouldBe(TrainingCodes.RecordUnreadable);

    [Fact]
    public void A_member_of_another_type_says_what_it_is_and_what_it_should_be()
    {
        JsonMembers members = StrictJson.Members("""{"text":1,"whole":1.5,"many":[1],"far":100,"number":"1","object":{}}"""u8, Form);

        Message(() => members.Text("text")).ShouldContain("'text' is 1; permitted: text");
        Message(() => members.Text("none")).ShouldContain("'none' is missing; permitted: text");
        Message(() => members.Whole("whole")).ShouldContain("'whole' is 1.5; permitted: a whole number");
        Message(() => members.Whole("far", 0, 9)).ShouldContain("'far' is 100; permitted: a whole number from 0 to 9");
        Message(() => members.Number("number")).ShouldContain("'number' is \"1\"; permitted: a number");
        Message(() => members.Texts("many")).ShouldContain("'many' is a list; permitted: a list of texts");
        Message(() => members.Objects("many")).ShouldContain("permitted: a list of objects");
        Message(() => members.Texts("object")).ShouldContain("'object' is an object; permitted: a list");
    }

    private static string Message(Action read) => Should.Throw<MemtiException>(read).Diagnostic.Message;

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
