using System.Text.Json.Nodes;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Requests;

namespace Memti.Training.Tests.Weights;

public sealed class InputFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_image_that_moves_to_another_class_changes_the_data()
    {
        _folder.Write("set/train/cat/1.pgm", "a");
        string moved = _folder.Write("set/train/cat/2.pgm", "b");
        string before = Data();

        _folder.Write("set/train/dog/2.pgm", "b");
        File.Delete(moved);

        Data().ShouldNotBe(before);
    }

    [Fact]
    public void Data_in_another_folder_are_the_same()
    {
        _folder.Write("set/train/cat/1.pgm", "a");
        string before = Data();
        Directory.Move(_folder.Path("set"), _folder.Path("other"));
        Directory.CreateDirectory(_folder.Path("deeper"));
        Directory.Move(_folder.Path("other"), _folder.Path("deeper", "set"));

        Data("deeper/set").ShouldBe(before);
    }

    [Fact]
    public void Images_that_are_drawn_have_no_files() =>
        InputFiles.Of(Requests.Read(Requests.Whole())).ShouldNotContain(static input => input.Role == "data files");

    [Fact]
    public void A_file_that_is_not_there_is_told_from_one_that_is()
    {
        Input("backbone").Sha256.ShouldBe("missing");
        _folder.Write("b.safetensors", "");
        Input("backbone").Sha256.ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    [Fact]
    public void Inputs_name_no_place_on_the_machine() =>
        InputFiles.Of(Request("set")).ShouldAllBe(input => !input.Name.Contains(_folder.Root, StringComparison.Ordinal));

    private string Data(string set = "set") => InputFiles.Of(Request(set)).Single(static input => input.Role == "data files").Sha256;

    private InputFile Input(string role) => InputFiles.Of(Request("set")).Single(input => input.Role == role);

    private WeightRequest Request(string set)
    {
        JsonObject request = Requests.Whole();
        request["backbone"] = _folder.Path("b.safetensors");
        request["tasks"]![0]!["data"] = _folder.Path(set);
        return Requests.Read(request);
    }
}
