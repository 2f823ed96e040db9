# Completion of cafe for fish: hands the words to `cafe __complete`, which knows the commands and the notebook.
function __cafe_complete
    set -l typed (commandline --tokenize --cut-at-cursor --current-process)
    set -l current (commandline --cut-at-cursor --current-token | string unescape)
    $typed[1] __complete -- $typed[2..-1] "$current" 2>/dev/null
end

complete --command cafe --no-files --arguments '(__cafe_complete)'
