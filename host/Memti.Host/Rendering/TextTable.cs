using Spectre.Console;

namespace Memti.Host.Rendering;

/// <summary>A table of plain text, as wide as needed. The first column is left-aligned, the others right-aligned unless they hold
/// words.</summary>
internal sealed class TextTable
{
    private const int Unlimited = 4096;
    private readonly Table _table = new() { Border = TableBorder.Simple, UseSafeBorder = false };

    public TextTable(params string[] head)
    {
        foreach (string title in head)
            _table.AddColumn(
                new TableColumn(new Text(title)) { NoWrap = true, Alignment = _table.Columns.Count == 0 ? Justify.Left : Justify.Right });
    }

    /// <summary>Left-aligns columns that hold words.</summary>
    public TextTable LeftAlign(params int[] columns)
    {
        foreach (int column in columns)
            _table.Columns[column].Alignment = Justify.Left;
        return this;
    }

    public TextTable Add(params string[] cells)
    {
        _table.AddRow(cells.Select(static cell => new Text(cell)));
        return this;
    }

    public override string ToString()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        // No colours, no interaction, no wrapping: output to files and pipes must not depend on the terminal.
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Unlimited;
        console.Write(_table);
        IEnumerable<string> lines = writer.ToString().Split('\n').Select(static line => line.TrimEnd());
        return string.Join('\n', lines.Where(static line => line.Length > 0)) + "\n";
    }
}
