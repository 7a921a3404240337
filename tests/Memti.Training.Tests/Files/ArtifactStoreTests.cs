using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Artifacts;
using Memti.Training.Checkpoints;
using Memti.Training.Codes;

namespace Memti.Training.Tests.Files;

/// <summary>Pieces of finished work: damaged ones are made again, with a warning.</summary>
public sealed class ArtifactStoreTests : IDisposable
{
    private static readonly RunIdentity Identity = new([new("seed", "1")]);

    private readonly TemporaryFolder _folder = new();
    private readonly List<Diagnostic> _found = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_piece_is_read_back()
    {
        Store().Write("signs/a", Identity, new JsonObject { ["right"] = "01" });

        Read().ShouldBe("01");
        _found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"loss":1,"loss":1,"":""}""")]
    [InlineData("""{"run_sha256":7}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{")]
    public void A_damaged_piece_counts_as_absent_and_is_one_warning(string text)
    {
        string file = _folder.Write("signs/a.json", text);
        ArtifactStore store = Store();

        for (int time = 0; time < 2; time++)
            store.Read("signs/a", Identity, static piece => piece.Text("right")).ShouldBeNull();

        Diagnostic finding = _found.ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.File).ShouldBe((TrainingCodes.RecordUnreadable, Severity.Warning, file));
    }

    [Fact]
    public void A_member_of_another_type_is_a_warning_as_well()
    {
        Store().Write("signs/a", Identity, new JsonObject { ["right"] = 1 });

        Read().ShouldBeNull();
        _found.ShouldHaveSingleItem().Message.ShouldContain("'right' is 1; permitted: text");
    }

    [Theory]
    [InlineData("01", "11")]
    [InlineData("\"seed\": 1", "\"seed\": 1.0")]
    public void An_edited_piece_is_made_again(string written, string edited)
    {
        Store().Write("signs/a", Identity, new JsonObject { ["right"] = "01", ["seed"] = 1 });
        string file = _folder.Path("signs", "a.json");
        string text = File.ReadAllText(file);
        text.ShouldContain(written);
        File.WriteAllText(file, text.Replace(written, edited, StringComparison.Ordinal));

        Read().ShouldBeNull();
        _found.ShouldHaveSingleItem().Message.ShouldContain("it was changed after it was written");
    }

    [Fact]
    public void A_piece_of_another_run_is_no_damage()
    {
        Store().Write("signs/a", new RunIdentity([new("seed", "2")]), new JsonObject { ["right"] = 1 });

        Read().ShouldBeNull();
        _found.ShouldBeEmpty();
    }

    [Fact]
    public void Checkpoints_of_the_store_go_when_all_work_is_done_and_others_stay()
    {
        _folder.Write("signs/adapters-0123456789ab.checkpoint", "");
        _folder.Write("signs/adapters.json.memti-partial", "");
        string mine = _folder.Write("signs/mine.checkpoint", "");

        Store().CleanUp();

        Directory.GetFiles(_folder.Path("signs")).ShouldBe([mine]);
    }

    private string? Read() => Store().Read("signs/a", Identity, static piece => piece.Text("right"));

    private ArtifactStore Store() => new(_folder.Root, _found.Add);
}
