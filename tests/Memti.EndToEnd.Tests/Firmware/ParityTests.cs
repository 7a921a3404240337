namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>One executable on QEMU's machine <c>virt</c> and on the node: same instructions, same devices, same text.</summary>
public sealed class ParityTests
{
    [FirmwareFact("qemu-system-riscv32")]
    public void One_executable_prints_the_same_on_both_machines()
    {
        using var folder = new TemporaryFolder();
        string executable = NodeFirmware.Parity(folder.Root);
        string qemu = NodeFirmware.Run(
            "qemu-system-riscv32", "-machine", "virt", "-bios", "none", "-nographic", "-monitor", "none", "-kernel", executable);
        Memti memti = Memti.Run("run", NodeFirmware.ScenarioOf(folder.Root, executable), "--design", "c", "--no-sensitivity");
        memti.ExitCode.ShouldBe(0, memti.Errors);
        qemu.ShouldContain("trap in time, cause 80000007");
        memti.Errors.ReplaceLineEndings("\n").ShouldBe(qemu.ReplaceLineEndings("\n"));
    }
}
