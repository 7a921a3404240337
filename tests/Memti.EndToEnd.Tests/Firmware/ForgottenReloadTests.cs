namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>Firmware that forgets to copy adapters into the slot.</summary>
public sealed class ForgottenReloadTests
{
    [FirmwareFact]
    public void An_inference_that_reads_an_empty_slot_is_a_finding_with_the_place_in_the_program()
    {
        using var folder = new TemporaryFolder();
        string executable = NodeFirmware.Node(folder.Root, "DEFINES=-DMEMTI_BUG_NO_RELOAD");
        Memti memti = Memti.Run("run", NodeFirmware.ScenarioOf(folder.Root, executable), "--design", "c", "--no-sensitivity");
        memti.ExitCode.ShouldBe(1, memti.Output);
        memti.Errors.ShouldContain("MEMTI4110");
        memti.Errors.ShouldContain("0x2000");
        memti.Errors.ShouldContain("nvdla_infer");
    }
}
