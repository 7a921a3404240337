using System.Text;

namespace Memti.Plugins.RiscV.Debugging;

/// <summary>The registers as the GNU debugger wants them described.</summary>
internal static class TargetDescription
{
    /// <summary>Number of the first control register there.</summary>
    private const int FirstControl = 65;

    /// <summary>The description.</summary>
    public static string Xml { get; } = Write();

    private static string Write()
    {
        var text = new StringBuilder();
        text.Append("<?xml version=\"1.0\"?>\n<!DOCTYPE target SYSTEM \"gdb-target.dtd\">\n<target version=\"1.0\">\n");
        text.Append("<architecture>riscv:rv32</architecture>\n<feature name=\"org.gnu.gdb.riscv.cpu\">\n");
        for (int register = 0; register < 32; register++)
            text.Append(Register(RegisterNames.General(register), register, TypeOf(register)));
        text.Append(Register("pc", 32, "code_ptr")).Append("</feature>\n<feature name=\"org.gnu.gdb.riscv.csr\">\n");
        foreach ((int number, string name) in RegisterNames.Controls)
            text.Append(Register(name, FirstControl + number, "int"));
        return text.Append("</feature>\n</target>\n").ToString();
    }

    private static string TypeOf(int register) => register switch { 1 => "code_ptr", 2 or 3 or 4 or 8 => "data_ptr", _ => "int" };

    private static string Register(string name, int number, string type) =>
        $"<reg name=\"{name}\" bitsize=\"32\" regnum=\"{number}\" type=\"{type}\"/>\n";
}
