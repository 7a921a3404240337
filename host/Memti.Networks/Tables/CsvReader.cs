namespace Memti.Networks.Tables;

/// <summary>
/// Takes CSV text apart by RFC 4180: commas, fields in quotes with doubled quotes inside, records that end with a line. Empty lines are
/// passed over.
/// </summary>
internal sealed class CsvReader(string text)
{
    private int _position;
    private int _line = 1;
    private int _lineStart;

    /// <summary>What is wrong with the text; null while nothing is. Nothing can be read after that.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Line of the place that was read last, from 1.</summary>
    public int Line => _line;

    /// <summary>Column of the place that was read last, from 1.</summary>
    public int Column => _position - _lineStart + 1;

    /// <summary>The next record; null at the end of the text, or when there is trouble.</summary>
    public IReadOnlyList<CsvField>? Next()
    {
        while (_position < text.Length && TryEndLine())
        {
        }

        if (_position >= text.Length || Trouble is not null)
            return null;
        List<CsvField> fields = [];
        do
            fields.Add(ReadField());
        while (Trouble is null && TryTake(','));
        if (Trouble is null && _position < text.Length && !TryEndLine())
            Trouble = "text after a closing quote";
        return Trouble is null ? fields : null;
    }

    private CsvField ReadField()
    {
        (int line, int column) = (_line, Column);
        return new CsvField(TryTake('"') ? Quoted() : Bare(), line, column);
    }

    private string Bare()
    {
        int start = _position;
        while (_position < text.Length && text[_position] is not (',' or '\r' or '\n' or '"'))
            _position++;
        if (_position < text.Length && text[_position] == '"')
            Trouble = "a quote in a field that does not begin with one";
        return text[start.._position];
    }

    private string Quoted()
    {
        System.Text.StringBuilder field = new();
        for (; _position < text.Length; _position++)
        {
            if (text[_position] == '"' && !(_position + 1 < text.Length && text[_position + 1] == '"'))
            {
                _position++;
                return field.ToString();
            }

            if (text[_position] == '"')
                _position++;
            else if (text[_position] == '\n')
                (_line, _lineStart) = (_line + 1, _position + 1);
            field.Append(text[_position]);
        }

        Trouble = "a field whose quote is not closed";
        return "";
    }

    private bool TryTake(char letter)
    {
        if (_position >= text.Length || text[_position] != letter)
            return false;
        _position++;
        return true;
    }

    private bool TryEndLine()
    {
        int length = text.AsSpan(_position) switch { ['\r', '\n', ..] => 2, ['\n', ..] or ['\r', ..] => 1, _ => 0 };
        if (length == 0)
            return false;
        _position += length;
        (_line, _lineStart) = (_line + 1, _position);
        return true;
    }
}
