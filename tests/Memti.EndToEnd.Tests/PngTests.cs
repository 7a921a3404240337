using System.Buffers.Binary;

namespace Memti.EndToEnd.Tests;

/// <summary>Charts as PNG.</summary>
public sealed class PngTests : IDisposable
{
    private static readonly string Study = System.IO.Path.Combine(Built.Root, "samples", "studies", "figure3.yaml");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-png-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [PaintFact]
    public void A_chart_is_a_picture_of_twice_its_width()
    {
        Memti report = Memti.Run(
            "report", Built.PaperScenario, "--no-sensitivity", "--chart", "power", "--width", "500", "-o", Path("power.png"));
        report.ExitCode.ShouldBe(0, report.Errors);
        byte[] png = File.ReadAllBytes(Path("power.png"));
        png.AsSpan(1, 3).ToArray().ShouldBe("PNG"u8.ToArray());
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(1000);
    }

    [PaintFact]
    public void A_study_has_a_picture_of_each_chart()
    {
        Memti sweep = Memti.Run("sweep", Study, "-o", _folder.FullName, "--png");
        sweep.ExitCode.ShouldBe(0, sweep.Errors);
        File.Exists(Path("figure3.svg")).ShouldBeTrue();
        File.Exists(Path("figure3.png")).ShouldBeTrue();
    }

    [Fact]
    public void Without_a_program_for_it_there_is_a_finding_beside_all_that_needs_none()
    {
        Memti sweep = Sweep(Path("nothing"));
        (sweep.ExitCode, sweep.Errors.Contains("MEMTI4305")).ShouldBe((1, true), sweep.Errors);
        sweep.Errors.ShouldContain("rsvg-convert");
        File.Exists(Path("out", "results.csv")).ShouldBeTrue();
        File.Exists(Path("out", "figure3.svg")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("echo no room >&2; exit 3", "`rsvg-convert` failed: no room.")]
    [InlineData("exit 3", "`rsvg-convert` failed: exit code 3.")]
    [InlineData("exit 0", "it left no picture of the right size")]
    public void A_program_that_fails_is_quoted(string script, string words)
    {
        string program = Path("bin", "rsvg-convert");
        Directory.CreateDirectory(Path("bin"));
        File.WriteAllText(program, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Memti sweep = Sweep(Path("bin"));
        (sweep.ExitCode, sweep.Errors.Contains("MEMTI4305")).ShouldBe((1, true), sweep.Errors);
        sweep.Errors.ShouldContain(words);
        File.Exists(Path("out", "figure3.png")).ShouldBeFalse();
    }

    private Memti Sweep(string programs) =>
        Memti.RunUnder("PATH", programs, "sweep", Study, "-o", Path("out"), "--png");

    private string Path(params string[] names) => System.IO.Path.Combine([_folder.FullName, .. names]);
}
