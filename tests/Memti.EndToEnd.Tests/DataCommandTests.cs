using System.Text.Json;

namespace Memti.EndToEnd.Tests;

/// <summary>Images to train on, as a user looks at them.</summary>
public sealed class DataCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-data-");

    [Fact]
    public void A_description_is_JSON_for_programs()
    {
        Memti description = Memti.Run("data", "describe", "generated:textures?train=40&test=10&classes=4", "--format", "json");

        (description.ExitCode, description.Errors).ShouldBe((0, ""));
        JsonElement document = JsonDocument.Parse(description.Output).RootElement;
        document.GetProperty("memti_dataset").GetInt32().ShouldBe(1);
        document.GetProperty("parts")[0].GetProperty("images").GetInt32().ShouldBe(36);
        document.GetProperty("may_mirror").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void A_sheet_is_a_picture()
    {
        string file = Path.Combine(_folder.FullName, "sheet.png");
        Memti sheet = Memti.Run("data", "sheet", "generated:signs?train=24&test=2", "-o", file);

        (sheet.ExitCode, sheet.Output, sheet.Errors).ShouldBe((0, "", ""));
        File.ReadAllBytes(file)[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
    }

    [Fact]
    public void One_line_says_what_lies_there_and_is_not_used()
    {
        foreach (string file in new[] { "train/cat/0", "train/cat/1", "train/dog/0", "train/dog/1", "val/cat/0", "val/dog/0", "test/0" })
            Picture(file + ".ppm");
        File.WriteAllText(Path.Combine(_folder.FullName, ".DS_Store"), "left over");

        Memti description = Memti.Run("data", "describe", _folder.FullName);

        (description.ExitCode, description.Errors).ShouldBe((0, ""));
        description.Output.ShouldContain("\nnot used: test/0.ppm (no class; val/ is the test part)\n");
    }

    [Fact]
    public void A_source_that_does_not_exist_says_what_does()
    {
        Memti refused = Memti.Run("data", "describe", "nowhere");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("nowhere: error MEMTI8101: ");
        refused.Errors.ShouldContain("generated:signs");
        Memti.Run("data", "list").Output.ShouldContain("generated:signs");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Picture(string name)
    {
        string file = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "P3 1 1 255 1 2 3");
    }
}
