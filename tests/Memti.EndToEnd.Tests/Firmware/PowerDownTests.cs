namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>A core that goes down twice, until the timer and until a frame.</summary>
public sealed class PowerDownTests
{
    private static readonly string Program =
        Path.Combine(Built.Root, "tests", "Memti.EndToEnd.Tests", "Firmware", "power-down.c");

    [FirmwareFact]
    public void Firmware_begins_again_and_finds_what_is_not_volatile()
    {
        using var folder = new TemporaryFolder();
        string executable = NodeFirmware.Node(folder.Root, $"MAIN={Program}");
        Memti memti = Memti.Run("run", NodeFirmware.ScenarioOf(folder.Root, executable), "--design", "c", "--no-sensitivity");
        memti.ExitCode.ShouldBe(0, memti.Errors);
        memti.Errors.ReplaceLineEndings("\n").ShouldBe(
            """
            boot 0: cause 00000008, data 7
            boot 1: cause 00000002, data 7, sram lost, rram kept, retained kept, state of data 3
            boot 2: cause 00000001, data 7, sram lost, rram kept, retained kept, state of data 3

            """.ReplaceLineEndings("\n"));
    }
}
