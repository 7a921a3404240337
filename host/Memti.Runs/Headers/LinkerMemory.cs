using System.Globalization;
using System.Text;
using Memti.Runs.Planning;
using Memti.Simulation.Maps;

namespace Memti.Runs.Headers;

/// <summary>The file <c>memti_memory.ld</c>: the memories that a linker may fill, as GNU ld takes them.</summary>
internal static class LinkerMemory
{
    public const string File = "memti_memory.ld";

    /// <summary>The file of a design.</summary>
    public static HeaderFile Of(PlannedDesign design, PlannedMachine machine, string origin)
    {
        var names = new MacroNames();
        var text = new StringBuilder($"/* {origin} Do not edit: `memti firmware headers` writes this file. */\nMEMORY\n{{\n");
        foreach (MappedMemory window in machine.Map.Windows.Where(static window => window.HasBytes))
        {
            // What a volatile memory is loaded with is lost without power, so sections that nobody places do not go there.
            string kind = design.Memories[window.Memory].Unit.Figures.Volatile ? "w!x" : "rx";
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {names.Take(window.Name)} ({kind}) : ORIGIN = 0x{window.Range.Base:x8}, LENGTH = 0x{window.Range.Size:x}\n");
        }

        return new HeaderFile(File, text.Append("}\n").ToString());
    }
}
