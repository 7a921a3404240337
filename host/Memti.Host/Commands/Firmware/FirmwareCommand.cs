using System.CommandLine;

namespace Memti.Host.Commands.Firmware;

/// <summary><c>memti firmware</c>: what firmware in another language needs of a scenario.</summary>
internal static class FirmwareCommand
{
    public static Command Create() => new(
        "firmware",
        "What firmware for the processor of a scenario needs before it can be compiled. docs/firmware.md shows the whole way from a "
            + "scenario to a run.")
    {
        FirmwareHeadersCommand.Create(),
    };
}
