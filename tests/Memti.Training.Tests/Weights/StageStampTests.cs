using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Training.Codes;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Stages;

namespace Memti.Training.Tests.Weights;

public sealed class StageStampTests : IDisposable
{
    private static readonly InputFile[] Inputs = [new("scenario", "a.yaml", "11"), new("data", "b", "22")];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_stamp_is_read_back_as_it_was_written() => Written().ShouldSatisfyAllConditions(
        static stamp => stamp.IsOf("request", Inputs, Same).ShouldBeTrue(),
        static stamp => stamp.Beside.ShouldBe(["c.yaml"]),
        static stamp => stamp.IsOf("other", Inputs, Same).ShouldBeFalse(),
        static stamp => stamp.IsOf("request", [Inputs[0]], Same).ShouldBeFalse(),
        static stamp => stamp.IsOf("request", [Inputs[0], Inputs[1] with { Sha256 = "33" }], Same).ShouldBeFalse());

    [Fact]
    public void An_output_that_was_changed_or_is_gone_is_not_what_the_stage_left()
    {
        StageStamp stamp = Written();
        _folder.Write("out.bin", "other");
        stamp.IsOf("request", Inputs, Same).ShouldBeFalse();
        File.Delete(_folder.Path("out.bin"));
        stamp.IsOf("request", Inputs, Same).ShouldBeFalse();
    }

    [Fact]
    public void A_damaged_stamp_is_none()
    {
        string file = _folder.Path("stamp.json");
        Written();
        byte[] whole = File.ReadAllBytes(file);
        for (int length = 0; length < whole.Length - 1; length += 7)
        {
            File.WriteAllBytes(file, whole[..length]);
            StageStamp.Read(file).ShouldBeNull();
        }

        StageStamp.Read(_folder.Path("none.json")).ShouldBeNull();
        StageStamp.Read(_folder.Write("other.json", """{ "memti_stamp": 2, "inputs": 7 }""")).ShouldBeNull();
        StageStamp.Read(_folder.Write("list.json", "[]")).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{ "memti_stamp": 2, "memti_stamp": 2 }""")]
    [InlineData("""{ "memti_stamp": "2" }""")]
    [InlineData("""{ "memti_stamp": 2, "request": "a", "inputs": [7], "beside": [], "outputs": [] }""")]
    [InlineData("""{ "memti_stamp": 2, "request": "a", "inputs": [], "beside": [null], "outputs": [] }""")]
    [InlineData("""{ "memti_stamp": 2, "request": "a", "inputs": [], "beside": [], "outputs": { } }""")]
    public void A_stamp_of_another_form_is_a_warning(string text)
    {
        List<Diagnostic> found = [];

        StageStamp.Read(_folder.Write("stamp.json", text), found.Add).ShouldBeNull();

        (found.ShouldHaveSingleItem().Code, found[0].Severity).ShouldBe((TrainingCodes.RecordUnreadable, Severity.Warning));
    }

    [Fact]
    public void An_output_is_known_by_its_place_in_its_folder()
    {
        StageFiles files = Files();
        _folder.Write("out/a.bin", "a");
        _folder.Write("work/b.json", "b");

        (files.Now("out/a.bin").Role, files.Now("out/a.bin").Name).ShouldBe(("output", "a.bin"));
        (files.Now("work/b.json").Role, files.Now("work/b.json").Name).ShouldBe(("work", "b.json"));
        files.IsAsStated(files.Now("out/a.bin")).ShouldBeTrue();
    }

    [Fact]
    public void A_stamp_makes_nobody_read_a_file_elsewhere()
    {
        StageFiles files = Files();
        string mine = _folder.Write("mine.txt", "mine");
        Directory.CreateDirectory(_folder.Path("out"));
        File.CreateSymbolicLink(_folder.Path("out", "link"), mine);
        InputFile stated = files.Now(mine);

        files.IsAsStated(stated).ShouldBeFalse();
        files.IsAsStated(stated with { Role = "output", Name = "../mine.txt" }).ShouldBeFalse();
        files.IsAsStated(stated with { Role = "output", Name = mine }).ShouldBeFalse();
        files.IsAsStated(stated with { Role = "output", Name = "link" }).ShouldBeFalse();
        files.IsAsStated(stated with { Role = "work", Name = "../mine.txt" }).ShouldBeFalse();
        files.IsAsStated(stated with { Role = "other", Name = "mine.txt" }).ShouldBeFalse();
    }

    private StageFiles Files() => new(Requests.Read(Requests.Whole()) with { Folder = _folder.Root });

    private static bool Same(InputFile output) => FileHash.OrMissing(output.Name) == output.Sha256;

    private StageStamp Written()
    {
        string output = _folder.Write("out.bin", "image");
        string file = _folder.Path("stamp.json");
        new StageStamp("request", Inputs, ["c.yaml"], [new InputFile("output", output, FileHash.Of(output))]).Write(file);
        return StageStamp.Read(file).ShouldNotBeNull();
    }
}
