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
        StageStamp.Read(_folder.Write("other.json", """{ "memti_stamp": 1, "inputs": 7 }""")).ShouldBeNull();
        StageStamp.Read(_folder.Write("list.json", "[]")).ShouldBeNull();
    }

    private static string Same(string name) => name;

    private StageStamp Written()
    {
        string output = _folder.Write("out.bin", "image");
        string file = _folder.Path("stamp.json");
        new StageStamp("request", Inputs, ["c.yaml"], StageStamp.Hash([output], Same)).Write(file);
        return StageStamp.Read(file).ShouldNotBeNull();
    }
}
