using Memti.Training.Weights.Requests;

namespace Memti.Training.Tests.Weights;

/// <summary>Names of a request start in its folder, wherever the process was started.</summary>
public sealed class RequestFolderTests
{
    private static readonly WeightRequest Request = Requests.Read(Requests.Whole());

    [Fact]
    public void A_name_lies_in_the_folder_of_the_request() =>
        Path.GetFullPath(Request.At("work/a.json")).ShouldBe(Path.Combine(Request.Folder, "work", "a.json"));

    [Fact]
    public void A_path_has_the_name_that_the_request_gave_it() => Request.NameOf(Request.At("work/a.json")).ShouldBe("work/a.json");

    [Fact]
    public void In_the_folder_of_the_request_a_name_stays_what_it_is()
    {
        WeightRequest here = Request with { Folder = Environment.CurrentDirectory };
        (here.At("work/a.json"), here.NameOf("work/a.json")).ShouldBe(("work/a.json", "work/a.json"));
    }

    [Fact]
    public void An_absolute_path_stays_one()
    {
        string absolute = Path.GetFullPath("world.safetensors", Path.GetTempPath());
        (Request.At(absolute), Request.NameOf(absolute)).ShouldBe((absolute, absolute));
    }
}
